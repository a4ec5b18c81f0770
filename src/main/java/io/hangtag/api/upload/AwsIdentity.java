package io.hangtag.api.upload;

import jakarta.enterprise.context.ApplicationScoped;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.s3.S3Client;

/** In whose name forms are signed, and for which region: those of the S3 client, so that the two cannot differ. */
@ApplicationScoped
public class AwsIdentity {
    private final S3Client s3;

    AwsIdentity(S3Client s3) {
        this.s3 = s3;
    }

    /** The credentials of the process; those of a Lambda role change, so they are asked for each time. */
    AwsCredentialsIdentity credentials() {
        return s3.serviceClientConfiguration()
                .credentialsProvider()
                .resolveIdentity()
                .join();
    }

    String region() {
        return s3.serviceClientConfiguration().region().id();
    }
}
