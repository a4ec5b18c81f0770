package io.hangtag.api.page;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.ApiProfile;
import io.hangtag.local.LocalNames;
import io.hangtag.tagging.PhotoClassifier;
import io.hangtag.testing.CatalogSeed;
import io.hangtag.testing.DrawnCatalog;
import io.hangtag.testing.SuiteSize;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;

/**
 * A catalog that grows from hundreds to thousands of photos, {@code -Dhangtag-test.suite=long} to twenty thousand, and stays as
 * quick. Beyond the first view its photos are items only, so the browser is kept from asking for their pictures.
 */
@QuarkusTest
@TestProfile(LargeCatalogPageTest.Large.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LargeCatalogPageTest extends PageTest {
    private static final int HUNDREDS = 500;
    private static final int ALL = SuiteSize.current().of(2_000, 20_000);
    private static final String TOTAL = "%,d photos".formatted(ALL);
    private static final int WITH_PICTURES = 20;
    private static final int LOADS = 5;
    private static final int FIRST_VIEW_MILLIS = 1000;
    /** Rows of one and a half windows beyond the one in sight, however long the list. */
    private static final int MOST_CARDS = 120;
    /** From here on somebody who scrolls sees it stop. */
    private static final int STALL_MILLIS = 500;

    @Inject
    PhotoClassifier classifier;

    @Test
    @Order(1)
    void showsFiveHundredPhotosWithinASecond() throws IOException {
        seed(0, HUNDREDS - WITH_PICTURES);
        for (int photo = 0; photo < WITH_PICTURES; photo++) {
            shop.tagged("uploads/zz/%02d.png".formatted(photo), TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        }
        browser.awaitAtLeisure(() -> total() == HUNDREDS);
        browser.watchLayout();

        List<Long> millis =
                IntStream.range(0, LOADS).mapToObj(load -> firstView()).toList();

        System.out.printf("page: first view of %d photos, pictures and all: %s ms%n", HUNDREDS, millis);
        assertThat(browser.layoutShift()).as("nothing moves").isZero();
        if (SuiteSize.current() == SuiteSize.LONG) {
            assertThat(millis).as("the best of %d loads", LOADS).anyMatch(best -> best < FIRST_VIEW_MILLIS);
        }
    }

    @Test
    @Order(2)
    void scrollsThousandsOfPhotosWithoutAStall() {
        seed(HUNDREDS, ALL - HUNDREDS);
        browser.awaitAtLeisure(() -> total() == ALL);
        browser.watchLayout();
        browser.leaveOutPictures();
        browser.show("", DESKTOP, false);
        browser.awaitTexts(".summary .total", List.of(TOTAL));
        browser.await("a.photo-card");

        browser.watchFrames();
        scroll(0, 30_000, 60);
        List<Long> byWheel = browser.frames();
        browser.watchFrames();
        scroll(30_000, Integer.MAX_VALUE, 120);
        List<Long> byBar = browser.frames();
        browser.awaitAtLeisure(
                () -> texts(".photo-card .file").stream().anyMatch(file -> file.endsWith(" 000000.jpg")));

        int cards = browser.driver().findElements(By.cssSelector(".photo-card")).size();
        System.out.printf(
                "page: %,d photos: longest frame %d ms by the wheel (30,000 px in 60 steps), %d ms by the bar to the end; %d cards in the"
                        + " document; layout shift %s%n",
                ALL, longest(byWheel), longest(byBar), cards, browser.layoutShift());
        assertThat(browser.layoutShift()).as("nothing moves").isZero();
        assertThat(cards).isBetween(1, MOST_CARDS);
        if (SuiteSize.current() == SuiteSize.LONG) {
            assertThat(longest(byWheel)).isLessThan(STALL_MILLIS);
            assertThat(longest(byBar)).isLessThan(STALL_MILLIS);
        }
    }

    @Test
    @Order(3)
    void leadsBackToWhereOneWasInTheList() {
        browser.leaveOutPictures();
        browser.show("", DESKTOP, false);
        browser.awaitTexts(".summary .total", List.of(TOTAL));
        scroll(0, 20_000, 4);
        browser.awaitAtLeisure(() ->
                browser.driver().findElements(By.cssSelector(".placeholder")).isEmpty());
        long before = top();
        Object opened = inTheMiddle();
        browser.driver().executeScript("""
                document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('[role=gridcell]').focus({ preventScroll: true });
                """);
        browser.press(Keys.ENTER);
        browser.await(".photo-bar [rel=next]");

        browser.driver().navigate().back();

        browser.awaitAtLeisure(() -> top() == before && opened.equals(inTheMiddle()));
        browser.driver().navigate().refresh();
        browser.awaitAtLeisure(() -> top() == before
                && browser.driver().findElements(By.cssSelector(".placeholder")).isEmpty());
    }

    private void seed(int from, int photos) {
        DrawnCatalog drawn = new DrawnCatalog(
                LocalNames.DEFAULT.bucket(), classifier.modelPackage().taxonomy(), 1);
        new CatalogSeed(aws.clients().dynamodb(), LocalNames.DEFAULT.table())
                .writeNow(IntStream.range(from, from + photos).mapToObj(drawn::item));
    }

    /** How many photos the service knows of; its index follows the table by what is committed. */
    private static int total() {
        return given().get("/api/photos?limit=1").jsonPath().getInt("total");
    }

    /** Milliseconds from a cold start of the page until all pictures in sight are shown. */
    private long firstView() {
        browser.show("", DESKTOP, false);
        browser.awaitTexts(".summary .total", List.of("500 photos"));
        browser.awaitPictures();
        return (Long) browser.driver().executeScript("""
                const inSight = [...document.images].filter((image) => image.getBoundingClientRect().top < innerHeight);
                const shown = performance.getEntriesByType('resource')
                    .filter(({ name }) => inSight.some((image) => image.currentSrc === name))
                    .map(({ responseEnd }) => responseEnd);
                const paint = performance.getEntriesByName('first-contentful-paint')[0].startTime;
                return Math.round(Math.max(paint, ...shown));
                """);
    }

    /** Scrolls down evenly, a step a frame; past the end of the page it stays there. */
    private void scroll(int from, int to, int steps) {
        browser.driver().executeAsyncScript("""
                const [from, to, steps, done] = arguments;
                const end = Math.min(to, document.documentElement.scrollHeight - innerHeight);
                let step = 0;
                const next = () => {
                  scrollTo(0, from + ((end - from) * ++step) / steps);
                  requestAnimationFrame(step < steps ? next : done);
                };
                next();
                """, from, to, steps);
    }

    /** The photo in the middle of the window. */
    private Object inTheMiddle() {
        return browser.driver().executeScript("""
                return document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('a.photo-card')?.dataset.photoId;
                """);
    }

    private long top() {
        return ((Number) browser.driver().executeScript("return Math.round(scrollY)")).longValue();
    }

    private List<String> texts(String selector) {
        return browser.driver().findElements(By.cssSelector(selector)).stream()
                .map(element -> element.getDomProperty("textContent"))
                .toList();
    }

    private static long longest(List<Long> frames) {
        return frames.stream().mapToLong(Long::longValue).max().orElseThrow();
    }

    /** A catalog of its own, so that no other test has to wade through it. */
    public static class Large extends ApiProfile {}
}
