package io.hangtag.api.upload;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.api.problem.RequestProblem;
import io.hangtag.api.problem.RequestProblemException;
import io.hangtag.config.HangtagConfig;
import io.hangtag.error.ErrorCode;
import io.hangtag.error.HangtagException;
import io.hangtag.image.ImageFormat;
import io.hangtag.tagging.CorrelationId;
import io.hangtag.tagging.PhotoId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jboss.logging.Logger;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.AwsSessionCredentialsIdentity;

/** Gives out one upload form a file, after the limits that can be told from name, size and type. */
@ApplicationScoped
public class UploadService {
    private static final Logger LOG = Logger.getLogger(UploadService.class);

    private final HangtagConfig config;
    private final AwsIdentity identity;
    private final UploadTarget target;
    private final ObjectMapper json;
    private final UploadKey keys;
    private final Clock clock = Clock.systemUTC();

    UploadService(HangtagConfig config, AwsIdentity identity, UploadTarget target, ObjectMapper json) {
        this.config = config;
        this.identity = identity;
        this.target = target;
        this.json = json;
        this.keys = new UploadKey(config.photos().uploadPrefix());
    }

    /**
     * A form for one file.
     *
     * @param correlationId travels with the upload as user metadata, and ends up in the photo's item
     * @throws HangtagException with {@code TOO_LARGE}, {@code EMPTY_OBJECT} or {@code UNSUPPORTED_FORMAT}
     */
    public UploadForm form(UploadRequest request, CorrelationId correlationId) {
        check(request);
        String key = keys.next(request.name());
        Instant now = clock.instant();
        Instant expiresAt = now.plus(config.api().uploadLifetime());
        PostPolicySigner signer = new PostPolicySigner(identity.region());
        AwsCredentialsIdentity credentials = identity.credentials();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("key", key);
        fields.put("Content-Type", request.type());
        fields.put("success_action_status", "204");
        fields.put("x-amz-meta-" + CorrelationId.METADATA_FIELD, correlationId.value());
        fields.put("x-amz-algorithm", PostPolicySigner.ALGORITHM);
        fields.put("x-amz-credential", signer.credential(credentials.accessKeyId(), now));
        fields.put("x-amz-date", signer.date(now));
        if (credentials instanceof AwsSessionCredentialsIdentity session) {
            fields.put("x-amz-security-token", session.sessionToken());
        }
        String bucket = config.photos().bucket();
        String policy = encode(new PostPolicy(bucket, fields, request.size(), expiresAt));
        fields.put("policy", policy);
        fields.put("x-amz-signature", signer.signature(policy, credentials.secretAccessKey(), now));
        PhotoId photoId = new PhotoId(bucket, key);
        LOG.infof("%s: form given out", photoId);
        return new UploadForm(photoId.toString(), target.url(), fields, expiresAt);
    }

    private void check(UploadRequest request) {
        if (request == null || request.size() == null || request.type() == null) {
            throw new RequestProblemException(
                    RequestProblem.MALFORMED_BODY, "An upload is asked for with name, size and type");
        }
        if (request.size() < 1) {
            throw new HangtagException(ErrorCode.EMPTY_OBJECT, "The file has no bytes");
        }
        if (request.size() > config.limits().bytes()) {
            throw new HangtagException(
                    ErrorCode.TOO_LARGE,
                    "The file has %,d bytes; at most %,d are taken"
                            .formatted(request.size(), config.limits().bytes()));
        }
        if (Arrays.stream(ImageFormat.values())
                .noneMatch(format -> format.contentType().equals(request.type()))) {
            throw new HangtagException(ErrorCode.UNSUPPORTED_FORMAT, "Only JPEG, PNG, WebP and GIF photos are taken");
        }
    }

    private String encode(PostPolicy policy) {
        try {
            return Base64.getEncoder().encodeToString(json.writeValueAsBytes(policy.document()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A policy is plain maps and lists", e);
        }
    }
}
