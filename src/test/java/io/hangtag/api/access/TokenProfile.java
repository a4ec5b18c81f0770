package io.hangtag.api.access;

import io.hangtag.api.ApiProfile;
import java.util.HashMap;
import java.util.Map;

/** The service as a container runs it: writes carry a token, originals are in the bucket. */
public class TokenProfile extends ApiProfile {
    public static final String TOKEN = "a-token-of-this-test-only";

    @Override
    public Map<String, String> getConfigOverrides() {
        Map<String, String> settings = new HashMap<>(super.getConfigOverrides());
        settings.put("hangtag.api.access", "token");
        settings.put("hangtag.api.write-token", TOKEN);
        settings.put("hangtag.api.originals", "redirect");
        return settings;
    }
}
