package io.hangtag.local;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.hangtag.tagging.PhotoId;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** S3's notification, as far as it is written and read here ("Event message structure", Amazon S3 User Guide). */
final class PhotoNotification {
    private final ObjectMapper json;

    PhotoNotification(ObjectMapper json) {
        this.json = json;
    }

    /** The body of a notification that the photo was put. */
    String ofPut(PhotoId photoId, String sequencer) {
        ObjectNode body = json.createObjectNode();
        ObjectNode event = body.putArray("Records").addObject();
        event.put("eventVersion", "2.1").put("eventSource", "aws:s3").put("awsRegion", LocalEndpoints.REGION);
        event.put("eventName", "ObjectCreated:Put");
        ObjectNode s3 = event.putObject("s3");
        s3.putObject("bucket").put("name", photoId.bucket());
        s3.putObject("object").put("key", encoded(photoId.key())).put("sequencer", sequencer);
        return body.toString();
    }

    /** As a form is encoded, except that slashes stay. */
    private static String encoded(String key) {
        return URLEncoder.encode(key, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    /** The photos that a notification tells of; none for a test event. */
    List<PhotoId> photosIn(String body) {
        List<PhotoId> photos = new ArrayList<>();
        for (JsonNode event : read(body).path("Records")) {
            JsonNode s3 = event.path("s3");
            photos.add(new PhotoId(
                    s3.path("bucket").path("name").asText(),
                    URLDecoder.decode(s3.path("object").path("key").asText(), StandardCharsets.UTF_8)));
        }
        return photos;
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("No notification: " + body, e);
        }
    }
}
