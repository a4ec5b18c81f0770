package io.hangtag.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.ApiProfile;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

@QuarkusTest
@TestProfile(ApiProfile.class)
class UploadPageTest extends PageTest {
    private static final int TOO_LARGE = 200_001;
    /** Bytes a second at which nothing is sent while the test looks. */
    private static final int TOO_SLOW = 10;

    @TempDir
    Path folder;

    @Test
    void tagsAnUploadOnItsOwnCardAndSaysWhyAFileIsRefused() throws IOException {
        Path shirt = Files.write(folder.resolve("Größe <b>42.png"), TestPictures.png(TestPictures.RED_SHIRT));
        Path noPhoto = Files.writeString(folder.resolve("damaged.png"), "this is no photo");
        Path text = Files.writeString(folder.resolve("list.txt"), "this is a text");
        browser.show("", DESKTOP, false);

        browser.await("input.photos-input").sendKeys(shirt + "\n" + noPhoto + "\n" + text);

        browser.awaitText("[data-upload-state=refused]", "Only JPEG, PNG, WebP and GIF");
        browser.awaitText("[data-upload-state=waiting]", "Being tagged");
        browser.awaitText(".upload-tray", "2 being tagged · 1 refused");
        browser.picture("upload-light-1280");
        assertThat(browser.violations()).isEmpty();
        while (shop.deliver() > 0) {
            // until both are tagged
        }
        browser.awaitText("a.photo-card", "Shirt");
        browser.awaitText("a.photo-card", "Could not be read");
        browser.awaitText("a.photo-card .file", "Größe <b>42.png");
        assertThat(browser.driver().findElements(By.cssSelector(".file b"))).isEmpty();
        browser.awaitText(".upload-tray", "2 tagged · 1 refused");
        browser.picture("upload-tagged-light-1280");
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void saysWhatTheServiceRefusesAndWhatIsEmpty() throws IOException {
        Path large = Files.write(folder.resolve("large.jpg"), new byte[TOO_LARGE]);
        Path empty = Files.createFile(folder.resolve("empty.jpg"));
        browser.show("", PHONE, true);

        browser.await("input.photos-input").sendKeys(large + "\n" + empty);

        browser.awaitText(".upload-tray", "2 refused");
        browser.await(".upload-tray summary").click();
        browser.awaitText(".upload-tray li", "large.jpg The file has 200,001 bytes; at most 200,000 are taken");
        browser.awaitText(".upload-tray li", "empty.jpg The file is empty.");
        browser.picture("upload-refused-dark-360");
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.overflow()).isZero();
        assertThat(browser.complaints()).as("a file that is too large is a 413").hasSize(1);
        browser.awaitText(".upload-tray button", "Clear finished");
        browser.await(".upload-tray button").click();
        browser.awaitNone("[data-upload-state], section.upload-tray");
    }

    @Test
    void triesAgainWhatTheNetworkLost() throws IOException {
        Path shirt = Files.write(folder.resolve("lost.png"), TestPictures.png(TestPictures.RED_SHIRT));
        browser.show("", DESKTOP, false);
        browser.await("photo-grid, .empty");
        browser.network(true, -1);
        browser.await("input.photos-input").sendKeys(shirt.toString());
        browser.awaitText("[data-upload-state=refused]", "The service does not answer");

        browser.network(false, -1);
        browser.await("[data-upload-state=refused] button").click();
        browser.await("[data-upload-state=waiting]");
        shop.deliver();
        browser.awaitText("a.photo-card .file", "lost.png");
    }

    @Test
    void takesWholeFoldersAndWarnsWhoLeavesBeforeTheyAreSent() throws IOException {
        Path summer = Files.createDirectories(folder.resolve("summer").resolve("shirts"));
        Files.write(summer.resolve("one.png"), TestPictures.png(TestPictures.RED_SHIRT));
        Files.write(summer.resolve("two.png"), TestPictures.png(TestPictures.BLUE_JEANS));
        Files.writeString(summer.resolve(".hidden"), "left out");
        browser.show("", DESKTOP, false);

        browser.await("input.folder-input").sendKeys(folder.resolve("summer").toString());

        browser.awaitText("[data-upload-state=waiting] .file", "summer/shirts/one.png");
        browser.awaitText(".upload-tray", "2 being tagged");
        assertThat(isWarnedOnLeaving()).as("all are sent").isFalse();
        browser.network(false, TOO_SLOW);
        browser.await("input.folder-input").sendKeys(folder.resolve("summer").toString());
        browser.await("[data-upload-state=queued], [data-upload-state=sending]");
        assertThat(isWarnedOnLeaving()).as("two are not sent").isTrue();
        browser.awaitButton(".upload-tray button", "Cancel").click();
        browser.awaitText(".upload-tray", "2 uploads");
        while (shop.deliver() > 0) {
            // until all are tagged
        }
    }

    private boolean isWarnedOnLeaving() {
        return (Boolean) browser.driver().executeScript("""
                return !dispatchEvent(new Event('beforeunload', { cancelable: true }));
                """);
    }
}
