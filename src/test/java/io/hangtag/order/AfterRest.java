package io.hangtag.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.config.HangtagConfig.MetadataWrite;
import io.hangtag.error.HangtagException;
import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.Classification;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.PhotoState;
import io.hangtag.tagging.TagSet;
import io.hangtag.testing.InMemoryS3;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What has to hold once nothing is under way any more. */
final class AfterRest {
    private final Scenario scenario;
    private final Shop shop;
    private final Merchant merchant;

    AfterRest(Scenario scenario, Shop shop, Merchant merchant) {
        this.scenario = scenario;
        this.shop = shop;
        this.merchant = merchant;
    }

    void check() {
        Optional<InMemoryS3.Version> present = shop.s3().current(Shop.PHOTO.key());
        present.ifPresentOrElse(this::checkTellsOf, this::checkIsGone);
        checkMerchantsHistory();
        new CommitLog(shop.dynamoDb().commits()).check();
    }

    private void checkIsGone() {
        if (merchant.events().isEmpty()) {
            assertThat(shop.item()).isEmpty();
            return;
        }
        CatalogItem item = shop.item().orElseThrow(() -> new AssertionError("no tombstone"));
        assertThat(item.state()).isEqualTo(PhotoState.REMOVED);
        assertThat(item.content()).isNull();
        assertThat(item.sequencer())
                .isEqualTo(merchant.events().get(merchant.events().size() - 1).sequencer());
    }

    private void checkTellsOf(InMemoryS3.Version present) {
        CatalogItem item = shop.item().orElseThrow(() -> new AssertionError("no item"));
        assertThat(shop.dynamoDb().size()).isEqualTo(1);
        checkAnswer(item, present);
        assertThat(item.content().etag()).as("etag").isEqualTo(present.etag());
        assertThat(item.content().versionId()).as("version").isEqualTo(scenario.versioned() ? present.id() : null);
        PhotoEvent last = merchant.events().get(merchant.events().size() - 1);
        assertThat(item.sequencer()).isLessThanOrEqualTo(last.sequencer());
        TagSet ours = ours(item);
        assertThat(present.now().tags())
                .as("tags")
                .isEqualTo(merged(
                        present.theirs().tags(),
                        TagSet.TAG_PREFIX,
                        ours.fields(),
                        EnumSet.of(MetadataWrite.BOTH, MetadataWrite.TAGS)));
        Map<String, String> fields = new HashMap<>(ours.fields());
        if (!fields.isEmpty()) {
            fields.put(TagSet.CONTENT_FIELD, ours.contentHash());
        }
        assertThat(present.now().metadata())
                .as("metadata")
                .isEqualTo(merged(
                        present.theirs().metadata(),
                        TagSet.METADATA_PREFIX,
                        fields,
                        EnumSet.of(MetadataWrite.BOTH, MetadataWrite.METADATA)));
        assertThat(present.now().cacheControl()).isEqualTo(present.theirs().cacheControl());
    }

    /** The answer is that of the model that the item names, for the content that lies there. */
    private void checkAnswer(CatalogItem item, InMemoryS3.Version present) {
        try {
            Classification expected = shop.models().answer(item.model(), present.bytes());
            assertThat(item.decision()).as("decision").isEqualTo(expected.decision());
            assertThat(item.failure()).isNull();
            assertThat(item.state()).as("state").isEqualTo(state(item, expected));
        } catch (HangtagException expected) {
            assertThat(item.decision()).isNull();
            assertThat(item.state()).isEqualTo(PhotoState.FAILED);
            assertThat(item.failure().code()).isEqualTo(expected.code());
            assertThat(item.human()).isNull();
        }
    }

    private static PhotoState state(CatalogItem item, Classification expected) {
        if (item.human() == null) {
            return expected.state();
        }
        return item.human().classId().equals("not-clothing") ? PhotoState.NOT_CLOTHING : PhotoState.TAGGED;
    }

    private TagSet ours(CatalogItem item) {
        if (item.decision() == null) {
            return new TagSet(Map.of(), null);
        }
        String hash = item.content().contentHash();
        return item.human() == null
                ? TagSet.of(item.decision(), item.model(), hash)
                : TagSet.ofHuman(
                        item.human(),
                        shop.models().release(item.model()).modelPackage().taxonomy(),
                        item.model(),
                        hash);
    }

    /** Theirs and ours, where ours are written at all; else all that the merchant set. */
    private Map<String, String> merged(
            Map<String, String> theirs, String prefix, Map<String, String> ours, Set<MetadataWrite> writing) {
        Map<String, String> merged = new HashMap<>(theirs);
        if (writing.contains(scenario.write())) {
            merged.keySet().removeIf(name -> name.startsWith(prefix));
            ours.forEach((name, value) -> merged.put(prefix + name, value));
        }
        return merged;
    }

    /** No version of any age has lost anything of the merchant's. */
    private void checkMerchantsHistory() {
        List<InMemoryS3.Version> versions = shop.s3().versions(Shop.PHOTO.key());
        for (InMemoryS3.Version version : versions) {
            if (version.bytes() != null) {
                assertThat(theirs(version.now().metadata()))
                        .as("metadata of " + version.id())
                        .isEqualTo(theirs(version.theirs().metadata()));
                assertThat(theirs(version.now().tags()))
                        .as("tags of " + version.id())
                        .isEqualTo(theirs(version.theirs().tags()));
            }
        }
    }

    private static Map<String, String> theirs(Map<String, String> all) {
        Map<String, String> theirs = new HashMap<>(all);
        theirs.keySet().removeIf(name -> name.startsWith(TagSet.TAG_PREFIX) || name.startsWith(TagSet.METADATA_PREFIX));
        return theirs;
    }
}
