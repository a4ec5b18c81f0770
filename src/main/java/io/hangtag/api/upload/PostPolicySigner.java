package io.hangtag.api.upload;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signature version 4 of an S3 POST policy: "Authenticating Requests in Browser-Based Uploads Using POST", Amazon S3 API
 * Reference.
 */
public final class PostPolicySigner {
    /** The value of {@code x-amz-algorithm}. */
    public static final String ALGORITHM = "AWS4-HMAC-SHA256";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyyMMdd").withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter SECOND =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final String region;

    /** A signer for buckets of one region. */
    public PostPolicySigner(String region) {
        this.region = region;
    }

    /** The value of {@code x-amz-credential}. */
    public String credential(String accessKeyId, Instant now) {
        return accessKeyId + "/" + day(now) + "/" + region + "/s3/aws4_request";
    }

    /** The value of {@code x-amz-date}. */
    public String date(Instant now) {
        return SECOND.format(now);
    }

    /**
     * The value of {@code x-amz-signature}.
     *
     * @param policy the policy as it is sent, in Base64
     */
    public String signature(String policy, String secretAccessKey, Instant now) {
        byte[] key = utf8("AWS4" + secretAccessKey);
        for (String part : new String[] {day(now), region, "s3", "aws4_request"}) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, policy));
    }

    private static String day(Instant now) {
        return DAY.format(now);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(utf8(text));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
