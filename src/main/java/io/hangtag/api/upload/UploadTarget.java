package io.hangtag.api.upload;

import io.hangtag.config.HangtagConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** Where a browser posts uploads to. */
@ApplicationScoped
public class UploadTarget {
    private final HangtagConfig config;
    private final AwsIdentity identity;

    UploadTarget(HangtagConfig config, AwsIdentity identity) {
        this.config = config;
        this.identity = identity;
    }

    /** The URL of the bucket: path-style with an emulator, its own host on AWS. */
    public URI url() {
        String bucket = config.photos().bucket();
        return config.aws()
                .s3Endpoint()
                .map(endpoint -> URI.create(endpoint.toString().replaceAll("/+$", "") + "/" + bucket))
                .orElseGet(() -> URI.create("https://%s.s3.%s.amazonaws.com/".formatted(bucket, identity.region())));
    }

    /** Scheme, host and port: what the page's policy has to let it connect to. */
    public String origin() {
        URI url = url();
        return url.getScheme() + "://" + url.getAuthority();
    }
}
