package io.hangtag.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.ApiProfile;
import io.hangtag.api.TestShop;
import io.hangtag.function.TaggerFunction;
import io.hangtag.local.LocalAws;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

@QuarkusTest
@TestProfile(ApiProfile.class)
class CatalogPageTest {
    private static final int DESKTOP = 1280;
    private static final int PHONE = 360;

    LocalAws aws;

    @Inject
    TaggerFunction tagger;

    @ConfigProperty(name = "quarkus.http.port")
    int port;

    @TempDir
    Path folder;

    private TestShop shop;
    private Browser browser;

    @BeforeEach
    void openShop() {
        shop = new TestShop(aws, tagger);
        browser = Browser.open(port);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void tagsAnUploadOnItsOwnCardAndSaysWhyAFileIsRefused() throws IOException {
        Path shirt = Files.write(folder.resolve("Größe <b>42.png"), TestPictures.png(TestPictures.RED_SHIRT));
        Path noPhoto = Files.writeString(folder.resolve("damaged.png"), "this is no photo");
        Path text = Files.writeString(folder.resolve("list.txt"), "this is a text");
        browser.show("", DESKTOP, false);

        browser.await("input.photos-input").sendKeys(shirt + "\n" + noPhoto + "\n" + text);

        browser.awaitText("[data-upload-state=refused]", "Only JPEG, PNG, WebP and GIF");
        browser.awaitText("[data-upload-state=waiting]", "Being tagged");
        while (shop.deliver() > 0) {
            // until both are tagged
        }
        browser.awaitText("a.photo-card", "Shirt");
        browser.awaitText("a.photo-card", "Could not be read");
        browser.awaitText("a.photo-card .file", "Größe <b>42.png");
        assertThat(browser.driver().findElements(By.cssSelector(".file b"))).isEmpty();
        browser.picture("upload");
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void showsTheCatalogAndAPhotoToEveryone() throws IOException {
        shop.tagged("uploads/view/red.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        shop.tagged("uploads/view/some.png", TestPictures.png(TestPictures.SOME_SHIRT), "image/png");
        shop.tagged("uploads/view/white.png", TestPictures.png(TestPictures.NOT_CLOTHING), "image/png");

        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {DESKTOP, PHONE}) {
                String name = (dark ? "dark-" : "light-") + width;
                browser.show("", width, dark);
                browser.awaitText("a.photo-card", "some.png");
                browser.picture("catalog-" + name);
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(overflow()).as(name).isZero();

                browser.await("a.photo-card[data-photo-id$='red.png']").click();
                browser.awaitText("h1", "Shirt");
                browser.picture("photo-" + name);
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(overflow()).as(name).isZero();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void keepsAFilterInItsLink() {
        shop.tagged("uploads/link/some.png", TestPictures.png(TestPictures.SOME_SHIRT), "image/png");
        shop.tagged("uploads/link/blue.png", TestPictures.png(TestPictures.BLUE_JEANS), "image/png");
        browser.show("", DESKTOP, false);
        browser.awaitText("a.photo-card", "blue.png");

        browser.await("[data-facet=state] [data-value=needs-review]").click();
        browser.awaitText("a.photo-card", "some.png");
        assertThat(browser.driver().getCurrentUrl()).endsWith("#/catalog?state=needs-review");
        assertThat(browser.driver().findElements(By.cssSelector("a.photo-card[data-photo-id$='blue.png']")))
                .isEmpty();

        browser.show("#/catalog?class=yellow-dress", DESKTOP, false);
        browser.awaitText("h2", "No photo is like that");
    }

    @Test
    void reviewsByKeyboard() throws IOException {
        String first = shop.tagged("uploads/review/a.png", TestPictures.png(TestPictures.UNIDENTIFIED), "image/png");
        browser.show("#/review", DESKTOP, false);
        browser.awaitText("h2", "?");
        browser.picture("review-light-1280");
        assertThat(browser.violations()).isEmpty();
        browser.await(".reviewer").sendKeys("anna\t");

        press("1");
        browser.awaitText("[role=status]", "1 reviewed");
        press("u");
        browser.awaitText(".photo-detail a", "a.png");
        press("n");
        browser.awaitText("[role=status]", "1 reviewed");

        browser.show("#/photo?id=" + TestShop.segment(first), DESKTOP, true);
        browser.awaitText("ol", "not-clothing by anna");
        browser.picture("photo-corrected-dark");
        assertThat(browser.violations()).isEmpty();
        browser.await("class-picker input").sendKeys("jeans\n");
        browser.awaitText("h1", "Jeans");
        browser.show("#/review", PHONE, false);
        browser.picture("review-light-360");
        assertThat(overflow()).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    private void press(String key) {
        browser.driver().findElement(By.tagName("body")).sendKeys(key);
    }

    private long overflow() {
        return (Long) browser.driver()
                .executeScript("return Math.max(0, document.documentElement.scrollWidth - window.innerWidth)");
    }
}
