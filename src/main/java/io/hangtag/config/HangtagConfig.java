package io.hangtag.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** The settings of every deployable. As environment variables: {@code HANGTAG_MODEL_NAME} and so on. */
@ConfigMapping(prefix = "hangtag")
public interface HangtagConfig {
    /** Which model answers. */
    Model model();

    /** What is refused before it is decoded. */
    Limits limits();

    /** How many photos are worked on at a time. */
    Tagging tagging();

    /** What a function does before SnapStart takes its snapshot. */
    Snapshot snapshot();

    /** What is written to the object beside its item. */
    Metadata metadata();

    /** Where photos lie. */
    Photos photos();

    /** Where items lie. */
    Catalog catalog();

    /** Backfill and re-tag. */
    Jobs jobs();

    /** How AWS is reached. */
    Aws aws();

    /** The REST API. */
    Api api();

    /** The model package. */
    interface Model {
        /** The folder that holds the packages; {@code /opt/models} in a Lambda layer. */
        @WithDefault("models/packages")
        Path directory();

        /** The package to serve: a folder of {@link #directory()}. */
        @WithDefault("clothing-73")
        String name();

        /**
         * The folder with ONNX Runtime's libraries of this platform, loaded in place; {@code /opt/lib} in a Lambda layer. Where
         * absent, those in ONNX Runtime's jar.
         */
        Optional<Path> libraryDirectory();

        /**
         * Threads of one inference; 0 takes one for each processor. The model is too small to share: a second thread saves a
         * seventh of the time and takes half as much again of the processor ({@code docs/benchmarks.md}, "Inference"). Several
         * photos at a time keep several processors busy.
         */
        @WithDefault("1")
        int threads();
    }

    /** Limits of one photo, checked from its length and header. */
    interface Limits {
        /** The most bytes of one photo. */
        @WithDefault("26214400")
        int bytes();

        /** The most pixels of one photo: 64 million, more than any phone camera stores by default. */
        @WithDefault("64000000")
        long pixels();

        /** The longest side of one photo, in pixels. */
        @WithDefault("20000")
        int side();
    }

    /** Working on several photos at a time. */
    interface Tagging {
        /**
         * How many photos of a batch are under way at once, 1..10. Most of a photo's time is waiting for S3 and DynamoDB, in which
         * others are decoded and classified. Each holds its file in memory, so {@link Limits#bytes()} at most.
         */
        @WithDefault("5")
        int inFlight();

        /**
         * How many pixels are decoded at once, of all photos under way: decoding is what takes memory. A photo of more than these
         * waits for all others and is decoded alone.
         */
        @WithDefault("64000000")
        long pixelsAtOnce();
    }

    /** Making a snapshot warm, so that a function that is restored from it has compiled code for its first photo. */
    interface Snapshot {
        /**
         * How many drawn photos are tagged before a snapshot, on stores that are not there: the virtual machine takes its
         * second compiler to what has run some thousand times ({@code docs/benchmarks.md}, "Warm"). 0 for none.
         */
        @WithDefault("1500")
        int photos();

        /**
         * After what time no further of them is begun. SnapStart leaves start and priming together 130 seconds, or the
         * function's timeout if that is longer ("Lambda execution environment lifecycle", AWS Lambda Developer Guide).
         */
        @WithDefault("PT60S")
        Duration limit();
    }

    /** Writing to the object. */
    interface Metadata {
        /** Object tags, user metadata, both or none. Metadata costs one copy of the object onto itself. */
        @WithDefault("both")
        MetadataWrite write();
    }

    /** What is written to the object. */
    enum MetadataWrite {
        BOTH,
        TAGS,
        METADATA,
        NONE
    }

    /** The photo bucket. */
    interface Photos {
        /** The bucket that the doors of this deployment read and list. */
        @WithDefault("hangtag-photos")
        String bucket();

        /** The prefix under which uploads are put. */
        @WithDefault("uploads/")
        String uploadPrefix();
    }

    /** The DynamoDB table. */
    interface Catalog {
        /** Table name. */
        @WithDefault("hangtag-catalog")
        String table();

        /**
         * How long a tombstone stays: longer than any event may still be under way, so at least the queue's retention
         * (14 days at most).
         */
        @WithDefault("P30D")
        Duration tombstoneRetention();
    }

    /** Work over many photos. */
    interface Jobs {
        /** URL of the queue that hands the steps of jobs to the tagger function; absent where a worker makes them. */
        Optional<URI> queue();

        /** Whether this process makes the steps of the jobs that it is asked for, and resumes those of an earlier process. */
        @WithDefault("false")
        boolean worker();

        /**
         * How many photos of a step are under way at a time. More hide more of the waiting for the stores
         * (docs/benchmarks.md, "Backfill"), and each holds its file.
         */
        @WithDefault("5")
        int parallel();

        /** The most photos a step, 1..100; in a function it has to end well within the function's timeout. */
        @WithDefault("10")
        int photosPerStep();
    }

    /** Endpoints and time limits; where an endpoint is absent, the SDK finds region, endpoint and credentials as on AWS. */
    interface Aws {
        /** S3 endpoint of an emulator; path-style addressing is used with it. */
        Optional<URI> s3Endpoint();

        /** DynamoDB endpoint of an emulator. */
        Optional<URI> dynamodbEndpoint();

        /** SQS endpoint of an emulator. */
        Optional<URI> sqsEndpoint();

        /** Region; needed with an emulator. */
        Optional<String> region();

        /**
         * How long one call may take with all its attempts, the body included; then it fails as {@code STORE_UNAVAILABLE}.
         * Well below the function's timeout, so that the rest of a batch is still handled.
         */
        @WithDefault("PT20S")
        Duration apiCallTimeout();

        /** How long one attempt of a call may take, the body included, and any wait for more of it; then the SDK tries again. */
        @WithDefault("PT10S")
        Duration apiCallAttemptTimeout();
    }

    /** The REST API. */
    interface Api {
        /** How long an upload form may be used once it was given out. */
        @WithDefault("PT10M")
        Duration uploadLifetime();

        /** Who may write. */
        @WithDefault("token")
        Access access();

        /** What writes carry as a bearer token, at least 16 characters. A secret: set it by {@code HANGTAG_API_WRITE_TOKEN}. */
        Optional<String> writeToken();

        /** How originals come to the browser. */
        @WithDefault("proxy")
        Originals originals();

        /** How long a link to an original in the bucket may be used. */
        @WithDefault("PT10M")
        Duration originalLifetime();

        /**
         * How many photos are decoded at once for requests; others wait. One at the limits takes up to 400 MB: its file, its
         * pixels, and those turned upright.
         */
        @WithDefault("2")
        int decoders();

        /** The most bytes of memory that thumbnails are kept in. */
        @WithDefault("67108864")
        long thumbnailMemory();
    }

    /** Who may write; anyone who reaches the service may read. */
    enum Access {
        /** Whoever sends {@link Api#writeToken()}; nobody if that is not set. */
        TOKEN,
        /** Whoever the gateway in front lets through, which has to check that. */
        GATEWAY,
        /** Anyone on this machine but pages of other sites: for a service on the loopback interface. */
        OPEN
    }

    /** How originals come to the browser. */
    enum Originals {
        /** Through this service, which checks that they are photos. */
        PROXY,
        /** By a redirect to the bucket, with a presigned link: for files larger than a function may answer with. */
        REDIRECT
    }
}
