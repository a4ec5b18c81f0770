package io.hangtag.order;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.tagging.CatalogItem;
import io.hangtag.tagging.Naming;
import io.hangtag.tagging.PhotoEvent;
import io.hangtag.tagging.Sequencer;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Plays one scenario, lets everything come to rest, and holds what is left against what has to be. */
final class ScenarioRun implements AutoCloseable {
    private static final String HEAD = "HeadObject";
    private static final String ACL = "GetObjectAcl";
    private static final String TAGS = "GetObjectTagging";
    private static final String COPY = "CopyObject";
    private static final String PUT_TAGS = "PutObjectTagging";

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
            case FINISH -> pick(step).ifPresent(task -> task.finish(choice(step)));
            case CRASH -> pick(step).ifPresent(StepScheduler.Task::crash);
            case LOSE -> pick(step).ifPresent(StepScheduler.Task::loseNextAnswer);
        }
    }

    /**
     * S3 has no condition that would tell the same bytes apart that were put once more, and none at all for tags: what a
     * merchant changes of those between our look and our write, a few milliseconds, is beyond any client.
     */
    private void put(Step step, boolean inParts) {
        Picture picture = Picture.of(step.a());
        if (merchant.hasPut(picture) && any(ScenarioRun::hasReadTheObject)) {
            return;
        }
        if (scenario.versioned() || !any(task -> task.standsBefore(PUT_TAGS))) {
            merchant.put(picture, step.b(), inParts);
        } else {
            merchant.putWithSameTags(picture, step.b(), inParts);
        }
    }

    private void deleteVersion() {
        if (!merchant.keepsTheSameBytesTwice() || !any(ScenarioRun::hasReadTheObject)) {
            merchant.deleteNewestVersion();
        }
    }

    private void retag(Step step) {
        if (!any(ScenarioRun::hasReadTheTags)) {
            merchant.changeTags(step.a());
        }
    }

    private boolean any(Predicate<StepScheduler.Task> standing) {
        return live().stream().anyMatch(standing);
    }

    /** Whether a task has read the tags that it writes with its own. */
    private static boolean hasReadTheTags(StepScheduler.Task task) {
        return task.hasMadeAhead(TAGS) || task.standsBefore(COPY) || task.standsBefore(PUT_TAGS);
    }

    /** Whether a task has read some of what a copy names again. */
    private static boolean hasReadTheObject(StepScheduler.Task task) {
        boolean stillReads = task.standsBefore(ACL) || task.standsBefore(TAGS);
        return hasReadTheTags(task)
                || task.hasMadeAhead(HEAD)
                || task.hasMadeAhead(ACL)
                || stillReads && !task.standsBefore(HEAD);
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
        works.add(new Work(shop.scheduler().start(() -> shop.tagger(by).handle(event)), event));
    }

    private void name(String classId) {
        int by = release;
        shop.item()
                .map(CatalogItem::revision)
                .ifPresent(seen ->
                        request(() -> shop.labeller(by).name(Shop.PHOTO, seen, new Naming(classId, "ada", null))));
    }

    private void unname() {
        int by = release;
        shop.item()
                .map(CatalogItem::revision)
                .ifPresent(seen -> request(() -> shop.labeller(by).unname(Shop.PHOTO, seen)));
    }

    private void request(Supplier<Uni<?>> work) {
        works.add(new Work(shop.scheduler().start(work), null));
    }

    private void go(Step step) {
        pick(step).ifPresent(task -> {
            int choice = choice(step);
            for (int call = 0; call <= step.b(); call++) {
                task.proceed(choice);
            }
        });
    }

    /** Which of the calls that its task stands before at once; what picks the task has that left over. */
    private int choice(Step step) {
        return step.a() / live().size();
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
        works.forEach(work -> work.task().finish(0));
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
