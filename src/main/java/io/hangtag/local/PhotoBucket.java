package io.hangtag.local;

import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CORSRule;
import software.amazon.awssdk.services.s3.model.Event;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.FilterRuleName;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.ObjectOwnership;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** The bucket that photos are put into, its rule for uploads from the page, and its notification. */
final class PhotoBucket {
    private final S3Client s3;
    private final String name;
    private final String uploadPrefix;

    PhotoBucket(S3Client s3, String name, String uploadPrefix) {
        this.s3 = s3;
        this.name = name;
        this.uploadPrefix = uploadPrefix;
    }

    /** Creates it if it is not there, and brings it to these settings. */
    void ensure(PhotoEventQueue queue) {
        try {
            s3.headBucket(request -> request.bucket(name));
        } catch (NoSuchBucketException e) {
            s3.createBucket(request -> request.bucket(name).objectOwnership(ObjectOwnership.BUCKET_OWNER_ENFORCED));
        }
        s3.putBucketCors(request -> request.bucket(name).corsConfiguration(cors -> cors.corsRules(pageUploads())));
        s3.putBucketNotificationConfiguration(request -> request.bucket(name)
                .notificationConfiguration(notification -> notification.queueConfigurations(photoEvents(queue))));
    }

    private static CORSRule pageUploads() {
        return CORSRule.builder()
                .allowedOrigins("http://" + Loopback.HOST + ":*", "http://localhost:*")
                .allowedMethods("GET", "HEAD", "PUT", "POST")
                .allowedHeaders("*")
                .exposeHeaders("ETag")
                .build();
    }

    /** Everything that brings or takes a photo; never a copy, which our own metadata write is one of. */
    private QueueConfiguration photoEvents(PhotoEventQueue queue) {
        return QueueConfiguration.builder()
                .id("photo-events")
                .queueArn(queue.arn())
                .events(
                        Event.S3_OBJECT_CREATED_PUT,
                        Event.S3_OBJECT_CREATED_POST,
                        Event.S3_OBJECT_CREATED_COMPLETE_MULTIPART_UPLOAD,
                        Event.S3_OBJECT_REMOVED)
                .filter(filter -> filter.key(key -> key.filterRules(underUploadPrefix())))
                .build();
    }

    private FilterRule underUploadPrefix() {
        return FilterRule.builder()
                .name(FilterRuleName.PREFIX)
                .value(uploadPrefix)
                .build();
    }
}
