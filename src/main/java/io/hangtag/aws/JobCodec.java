package io.hangtag.aws;

import io.hangtag.error.ErrorCode;
import io.hangtag.job.Job;
import io.hangtag.job.JobCounts;
import io.hangtag.job.JobKind;
import io.hangtag.job.JobPosition;
import io.hangtag.job.JobRequest;
import io.hangtag.job.JobRunner;
import io.hangtag.job.JobState;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.FoundPhoto;
import io.hangtag.tagging.PhotoId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A job as an item of the catalog table. Its key has a colon, which no bucket's name has. Of the attributes that indexes are
 * made of it has the model alone, with a value that no model's name is, so that one partition lists the jobs and no other
 * index has them.
 */
final class JobCodec {
    static final String KEY_PREFIX = "job:";

    /** The partition of {@link CatalogTable#BY_MODEL} that lists the jobs. */
    static final String PARTITION = "job:";

    /** How long a job that has ended can be looked up. */
    private static final Duration RETENTION = Duration.ofDays(90);

    Map<String, AttributeValue> encode(Job job) {
        AttributeWriter out = new AttributeWriter()
                .text(CatalogTable.PHOTO_ID, key(job.jobId()))
                .text(CatalogTable.MODEL, PARTITION)
                .number("revision", job.revision())
                .text("jobState", job.state().wireName())
                .text("createdAt", Timestamps.format(job.createdAt()))
                .text("updatedAt", Timestamps.format(job.updatedAt()))
                .number("seen", job.counts().seen())
                .number("tagged", job.counts().tagged())
                .number("unchanged", job.counts().unchanged())
                .number("failed", job.counts().failed());
        if (job.total() != null) {
            out.number("total", job.total());
        }
        if (job.state().isFinal()) {
            out.number(CatalogTable.EXPIRES_AT, job.updatedAt().plus(RETENTION).getEpochSecond());
        }
        if (job.error() != null) {
            out.text("errorCode", job.error().code().name())
                    .text("errorText", job.error().text());
        }
        encode(job.request(), out);
        encode(job.position(), out);
        return out.attributes();
    }

    private static void encode(JobRequest request, AttributeWriter out) {
        out.text("kind", request.kind().wireName())
                .text("photoBucket", request.bucket())
                .text("prefix", request.prefix())
                .map("filter", filter(request.filter()))
                .text("by", request.by())
                .text("runner", request.runner().name());
        if (request.ratePerSecond() != null) {
            out.number("ratePerSecond", request.ratePerSecond());
        }
    }

    private static Map<String, AttributeValue> filter(Map<String, List<String>> filter) {
        Map<String, AttributeValue> values = new TreeMap<>();
        filter.forEach((name, given) -> values.put(
                name,
                AttributeValue.fromL(given.stream().map(AttributeValue::fromS).toList())));
        return values;
    }

    private static void encode(JobPosition position, AttributeWriter out) {
        out.number("step", position.step())
                .maps("page", position.page().stream().map(JobCodec::encode).toList())
                .text("cursor", position.cursor())
                .number("attempt", (long) position.attempt())
                .text("steppedBy", position.steppedBy());
    }

    private static Map<String, AttributeValue> encode(FoundPhoto photo) {
        return new AttributeWriter()
                .text("photo", photo.photoId().toString())
                .text("etag", photo.etag())
                .text("lastModified", photo.lastModified().toString())
                .attributes();
    }

    Job decode(Map<String, AttributeValue> attributes) {
        AttributeReader in = new AttributeReader(attributes);
        return new Job(
                in.text(CatalogTable.PHOTO_ID).substring(KEY_PREFIX.length()),
                number(in, "revision"),
                request(in),
                JobState.ofWireName(in.text("jobState")),
                Instant.parse(in.text("createdAt")),
                Instant.parse(in.text("updatedAt")),
                attributes.containsKey("total") ? number(in, "total") : null,
                new JobCounts(number(in, "seen"), number(in, "tagged"), number(in, "unchanged"), number(in, "failed")),
                position(in),
                in.text("errorCode") == null
                        ? null
                        : new CatalogItem.Failure(ErrorCode.valueOf(in.text("errorCode")), in.text("errorText")));
    }

    private static JobRequest request(AttributeReader in) {
        Map<String, List<String>> filter = new TreeMap<>();
        in.map("filter")
                .forEach((name, values) -> filter.put(
                        name, values.l().stream().map(AttributeValue::s).toList()));
        return new JobRequest(
                JobKind.ofWireName(in.text("kind")),
                in.text("photoBucket"),
                in.text("prefix"),
                filter,
                in.attributes().containsKey("ratePerSecond")
                        ? in.number("ratePerSecond").doubleValue()
                        : null,
                in.text("by"),
                JobRunner.valueOf(in.text("runner")));
    }

    private static JobPosition position(AttributeReader in) {
        return new JobPosition(
                number(in, "step"),
                in.maps("page").stream()
                        .map(AttributeReader::new)
                        .map(JobCodec::photo)
                        .toList(),
                in.text("cursor"),
                in.number("attempt").intValueExact(),
                in.text("steppedBy"));
    }

    private static FoundPhoto photo(AttributeReader in) {
        return new FoundPhoto(PhotoId.parse(in.text("photo")), in.text("etag"), Instant.parse(in.text("lastModified")));
    }

    static String key(String jobId) {
        return KEY_PREFIX + jobId;
    }

    private static long number(AttributeReader in, String name) {
        return in.number(name).longValueExact();
    }
}
