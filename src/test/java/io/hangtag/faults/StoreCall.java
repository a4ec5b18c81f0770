package io.hangtag.faults;

import com.sun.net.httpserver.HttpExchange;

/**
 * One call of S3 or DynamoDB.
 *
 * @param name in the API
 * @param path of the request, with the key where it is S3's
 */
public record StoreCall(String name, String path) {
    private static final String DYNAMODB = "DynamoDB_20120810.";

    /**
     * How a store says no.
     *
     * @param status HTTP status
     * @param contentType of the body
     * @param body as the store words it
     */
    record Refusal(int status, String contentType, String body) {}

    static StoreCall of(HttpExchange exchange) {
        String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
        String path = exchange.getRequestURI().getPath();
        if (target != null) {
            return new StoreCall(target.substring(target.indexOf('.') + 1), DYNAMODB);
        }
        String query = String.valueOf(exchange.getRequestURI().getQuery());
        boolean copy = exchange.getRequestHeaders().containsKey("X-Amz-Copy-Source");
        return new StoreCall(s3Name(exchange.getRequestMethod(), query, copy), path);
    }

    private static String s3Name(String method, String query, boolean copy) {
        if (copy) {
            return "CopyObject";
        }
        if (query.startsWith("ownershipControls")) {
            return "GetBucketOwnershipControls";
        }
        String subject = query.startsWith("tagging") ? "Tagging" : query.startsWith("acl") ? "Acl" : "";
        return switch (method) {
            case "HEAD" -> "HeadObject";
            case "GET" -> "GetObject" + subject;
            case "PUT" -> "PutObject" + subject;
            default -> method;
        };
    }

    Refusal throttled() {
        return isDynamoDb()
                ? json(400, "ProvisionedThroughputExceededException", "The level of configured throughput was exceeded")
                : xml(503, "SlowDown", "Please reduce your request rate.");
    }

    Refusal internalError() {
        return isDynamoDb()
                ? json(500, "InternalServerError", "The request could not be processed")
                : xml(500, "InternalError", "We encountered an internal error. Please try again.");
    }

    Refusal denied() {
        return isDynamoDb()
                ? json(400, "AccessDeniedException", "Not authorized")
                : xml(403, "AccessDenied", "Access Denied");
    }

    private boolean isDynamoDb() {
        return path.equals(DYNAMODB);
    }

    private static Refusal json(int status, String code, String message) {
        return new Refusal(
                status,
                "application/x-amz-json-1.0",
                "{\"__type\":\"com.amazonaws.dynamodb.v20120810#%s\",\"message\":\"%s\"}".formatted(code, message));
    }

    private static Refusal xml(int status, String code, String message) {
        return new Refusal(
                status,
                "application/xml",
                "<?xml version=\"1.0\"?><Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, message));
    }
}
