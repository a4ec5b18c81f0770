package io.hangtag.testing;

import io.hangtag.error.ErrorCode;
import io.hangtag.model.AnswerLevel;
import io.hangtag.model.Decision;
import io.hangtag.model.GarmentClass;
import io.hangtag.model.ModelVersion;
import io.hangtag.model.RankedClass;
import io.hangtag.model.Taxonomy;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.HumanLabel;
import io.hangtag.tagging.PhotoContent;
import io.hangtag.tagging.PhotoId;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.Sequencer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A shop's catalog drawn at random, the same for the same seed: items as tagging leaves them, of any number of photos, without
 * the photos. In keeping with a real one, most are tagged, some wait for review, a few are no clothing or cannot be read, and
 * people have corrected some. {@link CatalogSeed} writes it into a table.
 */
public final class DrawnCatalog {
    /** When its first photo was uploaded; the others follow some minutes after each other. */
    public static final Instant FIRST_UPLOAD = Instant.parse("2025-01-01T00:00:00Z");

    private static final List<ModelVersion> MODELS =
            List.of(new ModelVersion("clothing-73", "0.1.0"), new ModelVersion("clothing-73", "0.2.0"));
    private static final List<String> FOLDERS = List.of("spring", "SUMMER", "Herbst", "冬", "sale/50% off", "a&b <b>");
    private static final List<String> WORDS =
            List.of("linen", "Größe", "shirt", "DSC", "IMG_", "été", "\"quoted\"", "x=1,y", "夏", "'); DROP TABLE");
    private static final Duration APART = Duration.ofMinutes(25);

    private final String bucket;
    private final List<GarmentClass> classes;
    private final long seed;

    public DrawnCatalog(String bucket, Taxonomy taxonomy, long seed) {
        this.bucket = bucket;
        this.classes = taxonomy.classes();
        this.seed = seed;
    }

    /** The first so many items, in the order of their uploads. */
    public Stream<CatalogItem> items(int photos) {
        return IntStream.range(0, photos).mapToObj(this::item);
    }

    /** The item of that number, from 0. */
    public CatalogItem item(int number) {
        Random random = new Random(seed * 31 + number);
        // The first numbers of neighbouring seeds are alike.
        random.nextInt();
        random.nextInt();
        Instant uploadedAt =
                FIRST_UPLOAD.plus(APART.multipliedBy(number)).plusMillis(random.nextInt((int) APART.toMillis()));
        PhotoId photoId = new PhotoId(
                bucket, "uploads/%s/%s %06d.jpg".formatted(one(FOLDERS, random), one(WORDS, random), number));
        int kind = random.nextInt(100);
        if (kind < 3) {
            return failed(photoId, uploadedAt, random);
        }
        Decision decision = kind < 8 ? notClothing(random) : clothing(random, kind < 24);
        HumanLabel human = random.nextInt(100) < 5 ? correction(decision, uploadedAt, random) : null;
        PhotoState state = human == null ? PhotoState.of(decision) : PhotoState.TAGGED;
        return new CatalogItem(
                photoId,
                human == null ? 1 : 2,
                Sequencer.of(Integer.toHexString(number + 1)),
                state,
                content(number, uploadedAt, "image/jpeg"),
                decision,
                one(MODELS, random),
                uploadedAt.plusSeconds(2),
                null,
                List.of(),
                human,
                List.of());
    }

    private CatalogItem failed(PhotoId photoId, Instant uploadedAt, Random random) {
        return new CatalogItem(
                photoId,
                1,
                Sequencer.of("1"),
                PhotoState.FAILED,
                content(0, uploadedAt, null),
                null,
                one(MODELS, random),
                uploadedAt.plusSeconds(2),
                new CatalogItem.Failure(ErrorCode.CORRUPT_IMAGE, "The photo ends in the middle"),
                List.of(),
                null,
                List.of());
    }

    private Decision clothing(Random random, boolean unsure) {
        GarmentClass best = skewed(random);
        double confidence = unsure ? 0.05 + 0.5 * random.nextDouble() : 0.4 + 0.6 * random.nextDouble();
        AnswerLevel level = unsure ? one(List.of(AnswerLevel.GARMENT, AnswerLevel.GROUP), random) : AnswerLevel.CLASS;
        boolean named = level == AnswerLevel.CLASS;
        return new Decision(
                true,
                level,
                named ? best.id() : Decision.UNIDENTIFIED,
                best.group(),
                level == AnswerLevel.GROUP ? null : best.garment(),
                named ? best.audience() : null,
                named ? best.pattern() : null,
                confidence,
                top(best, confidence, random));
    }

    private Decision notClothing(Random random) {
        double confidence = 0.5 + 0.5 * random.nextDouble();
        return new Decision(
                false,
                AnswerLevel.NONE,
                Decision.NOT_CLOTHING,
                null,
                null,
                null,
                null,
                confidence,
                top(skewed(random), 0.3, random));
    }

    private List<RankedClass> top(GarmentClass best, double confidence, Random random) {
        return Stream.concat(
                        Stream.of(new RankedClass(best.id(), confidence)),
                        IntStream.range(1, Math.min(5, classes.size()))
                                .mapToObj(rank -> new RankedClass(
                                        one(classes, random).id(), (1 - confidence) / Math.pow(2, rank))))
                .toList();
    }

    private HumanLabel correction(Decision decision, Instant uploadedAt, Random random) {
        return new HumanLabel(
                one(classes, random).id(),
                one(List.of("anna", "=HYPERLINK(1)", "Zoë"), random),
                uploadedAt.plusSeconds(60),
                random.nextBoolean() ? null : "it has a collar",
                decision.classId(),
                "0".repeat(64));
    }

    private static PhotoContent content(int number, Instant uploadedAt, String contentType) {
        boolean read = contentType != null;
        return new PhotoContent(
                "\"%032x\"".formatted(number),
                null,
                "0".repeat(64),
                200_000 + number,
                read ? 1200 : 0,
                read ? 1600 : 0,
                contentType,
                uploadedAt);
    }

    /** A few classes have most of the photos, as in a shop. */
    private GarmentClass skewed(Random random) {
        double share = random.nextDouble();
        return classes.get((int) (share * share * classes.size()));
    }

    private static <T> T one(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }
}
