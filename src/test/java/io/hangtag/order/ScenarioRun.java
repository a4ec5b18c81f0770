package io.hangtag.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.Naming;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.Sequencer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;

/** Plays one scenario, lets everything come to rest, and holds what is left against what has to be. */
final class ScenarioRun implements AutoCloseable {
    /** A task that stands before one of these has read the tags that it writes with its own. */
    private static final Set<String> TAGS_ARE_READ = Set.of("CopyObject", "PutObjectTagging");

    /** A task that stands before one of these has read what a copy names again. */
    private static final Set<String> OBJECT_IS_READ =
            Set.of("GetObjectAcl", "GetObjectTagging", "CopyObject", "PutObjectTagging");

    private static final List<String> CLASSES =
            List.of("red-shirt", "green-shirt", "blue-jeans", "yellow-dress", "not-clothing");

    private final Scenario scenario;
    private final Shop shop;
    private final Merchant merchant;
    private final ScenarioTally tally;
    private final List<Work> works = new ArrayList<>();
    private int release;

    ScenarioRun(Scenario scenario, Models models, ExecutorService threads, ScenarioTally tally) {
        this.scenario = scenario;
        this.tally = tally;
        shop = new Shop(scenario, models, threads);
        merchant = new Merchant(shop.s3(), scenario.versioned());
    }

    /**
     * A task and what it is about.
     *
     * @param event that is delivered, {@code null} for a person's request
     */
    private record Work(StepScheduler.Task task, PhotoEvent event) {}

    /** Fails with an {@link AssertionError} if anything is lost or wrong in the end. */
    void play() {
        scenario.steps().forEach(this::happen);
        settle();
        AfterRest rest = new AfterRest(scenario, shop, merchant);
        rest.check();
        // Every event may come again at any later time; the newest release may answer once more, and then no more.
        deliverAll();
        deliver(listing());
        rest.check();
        int writes = shop.s3().writes();
        int commits = shop.dynamoDb().commits().size();
        deliverAll();
        deliver(listing());
        assertThat(shop.s3().writes()).as("writes by repeated events").isEqualTo(writes);
        assertThat(shop.dynamoDb().commits()).as("commits by repeated events").hasSize(commits);
    }

    private void happen(Step step) {
        tally.step(step.kind());
        switch (step.kind()) {
            case PUT -> put(step, false);
            case UPLOAD -> put(step, true);
            case DELETE -> merchant.delete();
            case DELETE_VERSION -> deleteVersion();
            case RETAG -> retag(step);
            case DELIVER -> deliverOne(step);
            case LIST -> begin(listing());
            case NAME -> name(CLASSES.get(step.a() % CLASSES.size()));
            case UNNAME -> unname();
            case DEPLOY -> release = step.a() % shop.models().count();
            case GO -> go(step);
            case FINISH -> pick(step).ifPresent(StepScheduler.Task::finish);
            case CRASH -> pick(step).ifPresent(StepScheduler.Task::crash);
            case LOSE -> pick(step).ifPresent(StepScheduler.Task::loseNextAnswer);
        }
    }

    /**
     * S3 has no condition that would tell the same bytes apart that were put once more, and none at all for tags: what a
     * merchant changes of those between our last look and our write, a few milliseconds, is beyond any client.
     */
    private void put(Step step, boolean inParts) {
        Picture picture = Picture.of(step.a());
        if (merchant.hasPut(picture) && standsBefore(OBJECT_IS_READ)) {
            return;
        }
        if (scenario.versioned() || !standsBefore(Set.of("PutObjectTagging"))) {
            merchant.put(picture, step.b(), inParts);
        } else {
            merchant.putWithSameTags(picture, step.b(), inParts);
        }
    }

    private void deleteVersion() {
        if (!merchant.keepsTheSameBytesTwice() || !standsBefore(OBJECT_IS_READ)) {
            merchant.deleteNewestVersion();
        }
    }

    private void retag(Step step) {
        if (!standsBefore(TAGS_ARE_READ)) {
            merchant.changeTags(step.a());
        }
    }

    private boolean standsBefore(Set<String> calls) {
        return live().stream().anyMatch(task -> calls.contains(task.next()));
    }

    private void deliverOne(Step step) {
        List<PhotoEvent> events = merchant.events();
        if (!events.isEmpty()) {
            begin(events.get(step.a() % events.size()));
        }
    }

    private void begin(PhotoEvent event) {
        tally.delivery();
        int by = release;
        works.add(new Work(
                shop.scheduler()
                        .start(() -> shop.tagger(by).handle(event).await().indefinitely()),
                event));
    }

    private void name(String classId) {
        int by = release;
        shop.item()
                .map(CatalogItem::revision)
                .ifPresent(seen -> request(() -> shop.labeller(by)
                        .name(Shop.PHOTO, seen, new Naming(classId, "ada", null))
                        .await()
                        .indefinitely()));
    }

    private void unname() {
        int by = release;
        shop.item()
                .map(CatalogItem::revision)
                .ifPresent(seen -> request(
                        () -> shop.labeller(by).unname(Shop.PHOTO, seen).await().indefinitely()));
    }

    private void request(java.util.concurrent.Callable<?> work) {
        works.add(new Work(shop.scheduler().start(work), null));
    }

    private void go(Step step) {
        pick(step).ifPresent(task -> {
            for (int call = 0; call <= step.b(); call++) {
                task.proceed();
            }
        });
    }

    private Optional<StepScheduler.Task> pick(Step step) {
        List<StepScheduler.Task> live = live();
        return live.isEmpty() ? Optional.empty() : Optional.of(live.get(step.a() % live.size()));
    }

    private List<StepScheduler.Task> live() {
        return works.stream().map(Work::task).filter(task -> !task.isEnded()).toList();
    }

    /** What is under way ends, and every event that was not handled comes, some of them twice. */
    private void settle() {
        works.forEach(work -> work.task().finish());
        Random random = new Random(scenario.order());
        Set<PhotoEvent> handled = new HashSet<>();
        works.stream()
                .filter(work -> work.event() != null && work.task().isDone())
                .forEach(work -> handled.add(work.event()));
        List<PhotoEvent> left = new ArrayList<>(merchant.events());
        left.removeIf(handled::contains);
        left.addAll(left.stream().filter(event -> random.nextInt(4) == 0).toList());
        Collections.shuffle(left, random);
        left.forEach(this::deliver);
        // A listing that was cut off comes again, and so does a person who was: a listing mends what they left.
        if (works.stream().anyMatch(work -> !work.task().isDone() && isOutsideOfQueue(work))) {
            deliver(listing());
        }
    }

    private static boolean isOutsideOfQueue(Work work) {
        return work.event() == null || work.event().sequencer().equals(Sequencer.NONE);
    }

    private void deliverAll() {
        merchant.events().forEach(this::deliver);
    }

    private void deliver(PhotoEvent event) {
        tally.delivery();
        shop.tagger(release).handle(event).await().indefinitely();
    }

    private static PhotoEvent listing() {
        return new PhotoEvent(PhotoEvent.Kind.CREATED, Shop.PHOTO, Sequencer.NONE);
    }

    @Override
    public void close() {
        shop.close();
    }
}
