package io.hangtag.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

@QuarkusTest
@TestProfile(ApiProfile.class)
class PhotoPageTest extends PageTest {
    @Test
    void showsAPhotoToEveryone() throws IOException {
        String photoId = shop.tagged("uploads/photo/red.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");

        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {DESKTOP, PHONE}) {
                String name = (dark ? "dark-" : "light-") + width;
                show(photoId, width, dark);
                browser.awaitText(".raw", "hangtag:class");
                browser.awaitPictures();
                browser.picture("photo-" + name);
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(browser.overflow()).as(name).isZero();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void correctsAndTakesBack() throws IOException {
        String photoId = shop.tagged("uploads/photo/some.png", TestPictures.png(TestPictures.SOME_SHIRT), "image/png");
        show(photoId, DESKTOP, true);
        signAs("anna");

        browser.await(".why").sendKeys("it has <b>no</b> sleeves");
        browser.await("class-picker input").sendKeys("dress", Keys.ENTER);

        browser.awaitText("h1", "Dress");
        browser.awaitText(".history", "by anna");
        browser.awaitText(".why-said", "it has <b>no</b> sleeves");
        browser.awaitText(".raw", "yellow-dress");
        browser.picture("photo-corrected-dark-1280");
        assertThat(browser.violations()).isEmpty();
        browser.await(".undo").click();
        browser.awaitText("h1", "Shirt");
        assertThat(photo(photoId).jsonPath().getString("human")).isNull();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void asksWhoCorrectsBeforeItWrites() {
        String photoId = shop.tagged("uploads/photo/who.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        show(photoId, DESKTOP, false);

        browser.await("class-picker input").sendKeys("dress", Keys.ENTER);

        assertThat(browser.driver().switchTo().activeElement().getDomAttribute("class"))
                .contains("reviewer");
        assertThat(photo(photoId).jsonPath().getString("human")).isNull();
    }

    @Test
    void saysWhatSomebodyElseWroteMeanwhileAndLetsOneDecide() throws IOException {
        String photoId = shop.tagged("uploads/photo/both.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        show(photoId, DESKTOP, false);
        signAs("anna");
        labelledBy("bob", photoId, "blue-jeans");

        browser.await("class-picker input").sendKeys("dress", Keys.ENTER);

        browser.awaitText("[role=alert]", "bob said ‘Jeans – men’");
        browser.awaitText("h1", "Jeans");
        browser.picture("photo-conflict-light-1280");
        assertThat(browser.violations()).isEmpty();
        browser.awaitButton("[role=alert] button", "Say ‘Dress – women’ all the same")
                .click();
        browser.awaitText("h1", "Dress");
        browser.awaitNone("[role=alert]");
        assertThat(photo(photoId).jsonPath().getString("human.by")).isEqualTo("anna");
    }

    @Test
    void laysTheHeatMapOverThePhotoOnAKey() throws IOException {
        String photoId = shop.tagged("uploads/photo/heat.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        show(photoId, DESKTOP, false);
        browser.await(".heat-toggle");

        browser.press("h");
        browser.await("img.heat");
        browser.awaitPictures();
        browser.picture("photo-heat-light-1280");
        assertThat(browser.violations()).isEmpty();
        browser.press("h");
        browser.awaitNone("img.heat");
        browser.await(".ranking li:nth-child(2) button").click();
        browser.await("img.heat");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void goesThroughTheListThatItWasOpenedFromAndBack() {
        for (String name : new String[] {"a", "b", "c"}) {
            shop.tagged("uploads/walk/" + name + ".png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        }
        browser.show("#/catalog?text=uploads/walk/", DESKTOP, false);
        browser.awaitTexts(".summary .total", List.of("3 photos"));
        String last = browser.await("[data-index='2'] .file").getText();
        browser.await("[data-index='0'] a.photo-card").click();
        browser.awaitText(".photo-bar", "1 of 3");

        browser.press(Keys.ARROW_RIGHT);
        browser.awaitText(".photo-bar", "2 of 3");
        browser.await(".photo-bar [rel=next]").click();
        browser.awaitText(".photo-bar", "3 of 3");
        browser.awaitText(".facts dd", last);
        browser.driver().navigate().refresh();
        browser.awaitText(".photo-bar", "3 of 3");

        browser.await(".photo-bar a").click();
        browser.awaitTexts(".summary .total", List.of("3 photos"));
        assertThat(browser.driver().getCurrentUrl()).contains("#/catalog?text=");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void saysThatThereIsNoSuchPhoto() throws IOException {
        browser.show("#/photo?id=hangtag-photos%2Fuploads%2Fnever.png", DESKTOP, false);
        browser.awaitText("[role=alert]", "has no photo");
        assertThat(browser.violations()).isEmpty();
    }

    private void show(String photoId, int width, boolean dark) {
        browser.show("#/photo?id=" + TestShop.segment(photoId), width, dark);
        browser.await("h1");
    }
}
