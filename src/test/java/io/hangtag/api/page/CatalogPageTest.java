package io.hangtag.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.ApiProfile;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

@QuarkusTest
@TestProfile(ApiProfile.class)
class CatalogPageTest extends PageTest {
    @Test
    void showsTheCatalogToEveryone() throws IOException {
        shop.tagged("uploads/view/red.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        shop.tagged("uploads/view/some.png", TestPictures.png(TestPictures.SOME_SHIRT), "image/png");
        shop.tagged("uploads/view/white.png", TestPictures.png(TestPictures.NOT_CLOTHING), "image/png");

        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {DESKTOP, PHONE}) {
                String name = (dark ? "dark-" : "light-") + width;
                browser.show("#/catalog?text=uploads/view/", width, dark);
                browser.awaitText("a.photo-card", "some.png");
                browser.awaitTexts(".summary .total", List.of("3 photos"));
                browser.awaitPictures();
                browser.picture("catalog-" + name);
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(browser.overflow()).as(name).isZero();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void slidesTheFiltersInWhereThereIsNoRoomForThem() throws IOException {
        shop.tagged("uploads/narrow/some.png", TestPictures.png(TestPictures.SOME_SHIRT), "image/png");
        shop.tagged("uploads/narrow/blue.png", TestPictures.png(TestPictures.BLUE_JEANS), "image/png");
        browser.show("#/catalog?text=uploads/narrow/", PHONE, false);
        browser.awaitTexts(".summary .total", List.of("2 photos"));

        browser.await(".toolbar button").click();
        browser.awaitStill(".filter-panel.show");
        browser.picture("filters-light-360");
        assertThat(browser.violations()).isEmpty();
        browser.await("[data-facet=state] [data-value=needs-review]").click();
        browser.awaitText(".offcanvas-foot button", "Show 1 photo");
        browser.await(".offcanvas-foot button").click();

        browser.awaitTexts(".summary .total", List.of("1 photo"));
        assertThat(browser.overflow()).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void keepsFiltersInItsLinkAndTakesThemBackOneByOne() {
        shop.tagged("uploads/link/some.png", TestPictures.png(TestPictures.SOME_SHIRT), "image/png");
        shop.tagged("uploads/link/blue.png", TestPictures.png(TestPictures.BLUE_JEANS), "image/png");
        shop.tagged("uploads/link/red.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        browser.show("#/catalog?text=uploads/link/", DESKTOP, false);
        browser.awaitTexts(".summary .total", List.of("3 photos"));

        browser.await("[data-facet=garment] [data-value=Jeans]").click();
        browser.awaitTexts(".summary .total", List.of("1 photo"));
        browser.await("[data-facet=garment] [data-value=Shirt]").click();
        browser.awaitTexts(".summary .total", List.of("3 photos"));
        browser.await("[data-facet=state] [data-value=tagged]").click();
        browser.awaitTexts(".summary .total", List.of("2 photos"));
        String link = browser.driver().getCurrentUrl();
        assertThat(link).contains("garment=Jeans&garment=Shirt").contains("state=tagged");

        browser.driver().get("about:blank");
        browser.driver().get(link);
        browser.awaitTexts(".summary .total", List.of("2 photos"));
        assertThat(texts(".chip"))
                .containsExactly("State: Tagged×", "Garment: Jeans×", "Garment: Shirt×", "Name: uploads/link/×");

        browser.await(".chip[aria-label='Remove filter Garment: Jeans']").click();
        browser.awaitTexts(".summary .total", List.of("1 photo"));
        assertThat(files()).containsExactly("red.png");
        browser.driver().navigate().back();
        browser.awaitTexts(".summary .total", List.of("2 photos"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void findsPhotosByNameConfidenceAndDay() {
        shop.tagged("uploads/find/summer dress.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        shop.tagged("uploads/find/winter coat.png", TestPictures.png(TestPictures.BLUE_JEANS), "image/png");
        browser.show("", DESKTOP, false);

        browser.await(".search").sendKeys("find/SUMMER");
        browser.awaitTexts(".photo-card .file", List.of("summer dress.png"));

        browser.show("#/catalog?text=uploads/find/&maxConfidence=0.01", DESKTOP, false);
        browser.awaitText("h2", "No photo is like that");
        browser.show("#/catalog?text=uploads/find/&uploadedTo=2000-01-01", DESKTOP, false);
        browser.awaitText("h2", "No photo is like that");
        browser.show("#/catalog?text=uploads/find/&uploadedFrom=2000-01-01", DESKTOP, false);
        browser.awaitTexts(".summary .total", List.of("2 photos"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void saysWhatToDoAboutAFilterThatTheServiceRefuses() {
        browser.show("#/catalog?state=lost", DESKTOP, false);
        browser.awaitText("[role=alert]", "is one of tagged, needs-review");
        browser.await("a.show-all").click();
        browser.awaitNone("[role=alert]");
    }

    @Test
    void showsNamesAsTextWhateverTheyHold() throws IOException {
        String name = "<img src=x onerror=alert(1)> \u202e ${7*7} '); --.png";
        shop.tagged("uploads/hostile/" + name, TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        browser.show("#/catalog?text=uploads/hostile/", DESKTOP, false);

        browser.awaitText(".file", "<img src=x onerror=alert(1)>");
        assertThat(browser.driver().findElements(By.cssSelector(".file img"))).isEmpty();
        browser.await("a.photo-card").click();
        browser.awaitText(".facts dd", "<img src=x onerror=alert(1)>");
        assertThat(browser.driver().findElements(By.cssSelector(".facts img"))).isEmpty();
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void labelsManyAtOnceAndTakesThemBack() throws IOException {
        for (String name : List.of("a", "b", "c", "d")) {
            shop.tagged("uploads/bulk/" + name + ".png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        }
        browser.show("#/catalog?text=uploads/bulk/", DESKTOP, false);
        signAs("anna");
        browser.awaitTexts(".summary .total", List.of("4 photos"));

        List<WebElement> boxes = browser.driver().findElements(By.cssSelector(".choose input"));
        boxes.get(0).click();
        new Actions(browser.driver())
                .keyDown(Keys.SHIFT)
                .click(boxes.get(2))
                .keyUp(Keys.SHIFT)
                .perform();
        browser.awaitText(".bulk-bar", "3 chosen");
        browser.picture("bulk-light-1280");
        assertThat(browser.violations()).isEmpty();
        browser.await(".bulk-bar class-picker input").sendKeys("dress", Keys.ENTER);

        browser.awaitText(".toast", "3 photos: Dress");
        browser.awaitTexts(".photo-card .title", List.of("Dress", "Dress", "Dress", "Shirt"));
        browser.awaitTexts(".photo-card .state", List.of("Corrected", "Corrected", "Corrected", "Tagged"));
        browser.await(".toast .btn-quiet").click();
        browser.awaitTexts(".photo-card .title", List.of("Shirt", "Shirt", "Shirt", "Shirt"));
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void leavesWhatSomebodyElseChangedMeanwhile() {
        String mine = shop.tagged("uploads/both/mine.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        String theirs = shop.tagged("uploads/both/theirs.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        browser.show("#/catalog?text=uploads/both/", DESKTOP, false);
        signAs("anna");
        browser.awaitTexts(".summary .total", List.of("2 photos"));
        labelledBy("bob", theirs, "blue-jeans");

        browser.await("photo-grid .choose input").click();
        browser.await(".bulk-bar button").click();
        browser.awaitText(".bulk-bar", "2 chosen");
        browser.await(".bulk-bar class-picker input").sendKeys("dress", Keys.ENTER);

        browser.awaitText("[role=alert]", "1 photo was left as before");
        browser.awaitText(".bulk-bar", "1 chosen");
        browser.awaitText("a.photo-card[data-photo-id$='theirs.png']", "Jeans");
        assertThat(photo(mine).jsonPath().getString("human.by")).isEqualTo("anna");
        assertThat(photo(theirs).jsonPath().getString("human.by")).isEqualTo("bob");
    }

    @Test
    void isWorkedByKeyboardAlone() {
        for (String name : List.of("a", "b", "c")) {
            shop.tagged("uploads/keys/" + name + ".png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        }
        browser.show("#/catalog?text=uploads/keys/", DESKTOP, false);
        browser.awaitTexts(".summary .total", List.of("3 photos"));
        List<String> files = files();

        browser.driver().executeScript("document.querySelector('.export').focus()");
        tabTo("[role=gridcell]");
        assertThat(focused()).contains(files.get(0));
        browser.press(Keys.ARROW_RIGHT);
        assertThat(focused()).contains(files.get(1));
        browser.press(" ");
        browser.awaitText(".bulk-bar", "1 chosen");
        new Actions(browser.driver())
                .keyDown(Keys.SHIFT)
                .sendKeys(Keys.ARROW_RIGHT)
                .keyUp(Keys.SHIFT)
                .perform();
        browser.awaitText(".bulk-bar", "2 chosen");
        browser.press(Keys.ESCAPE);
        assertThat(browser.driver().findElements(By.cssSelector(".bulk-bar"))).isEmpty();
        browser.press(Keys.HOME);
        browser.press(Keys.ENTER);
        browser.awaitText(".facts dd", files.get(0));
        assertThat(browser.complaints()).isEmpty();
    }

    /** Tab by tab, until the focus is on such an element. */
    private void tabTo(String selector) {
        for (int tabs = 0; tabs < 20; tabs++) {
            if (Boolean.TRUE.equals(
                    browser.driver().executeScript("return document.activeElement.matches(arguments[0])", selector))) {
                return;
            }
            browser.press(Keys.TAB);
        }
        throw new AssertionError("Tab does not lead to " + selector);
    }

    private String focused() {
        return browser.driver().switchTo().activeElement().getText();
    }

    private List<String> files() {
        return texts(".photo-card .file");
    }

    private List<String> texts(String selector) {
        return browser.driver().findElements(By.cssSelector(selector)).stream()
                .map(element -> element.getDomProperty("textContent").strip())
                .toList();
    }
}
