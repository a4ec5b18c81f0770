package io.hangtag.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.TestShop;
import io.hangtag.api.access.TokenProfile;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/** The page of a service that asks for its write token, as a container does. */
@QuarkusTest
@TestProfile(TokenProfile.class)
class WriteTokenPageTest extends PageTest {
    private static final String CONTROL = "sign-in > button";

    @Test
    void asksForTheTokenWhenAChangeNeedsOneAndKeepsItInThisTab() throws IOException {
        // given
        String photoId = shop.tagged("uploads/sign-in/red.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        show(photoId);
        signAs("anna");
        browser.awaitText("h1", "Shirt");
        assertThat(signIns()).as("who only reads is asked nothing").isZero();

        // when
        say("dress");
        // then it says what to do, and nothing was changed
        browser.awaitText("[role=alert]", "takes changes by its write token only. Choose “Sign in to write”");
        assertThat(photo(photoId).jsonPath().getString("human")).isNull();

        // when the token is mistyped
        signIn("mistyped-token-1234");
        say("dress");
        browser.awaitText("[role=alert]", "is not the one of this service");
        assertThat(photo(photoId).jsonPath().getString("human")).isNull();

        // when it is right
        signIn(TokenProfile.TOKEN);
        browser.awaitText(CONTROL, "Sign out");
        say("dress");
        browser.awaitText("h1", "Dress");
        assertThat(photo(photoId).jsonPath().getString("human.by")).isEqualTo("anna");

        // then a reload keeps it
        show(photoId);
        browser.awaitText(CONTROL, "Sign out");
        browser.await(".undo").click();
        browser.awaitText("h1", "Shirt");

        // when it is given up
        browser.await(CONTROL).click();
        browser.awaitText(CONTROL, "Sign in to write");
        assertThat(browser.driver().executeScript("return sessionStorage.getItem('hangtag.write-token')"))
                .isNull();
        say("dress");
        browser.awaitText("[role=alert]", "write token only");
    }

    @Test
    void anUploadSaysTooThatItNeedsTheToken(@TempDir Path folder) throws IOException {
        Path shirt = Files.write(folder.resolve("shirt.png"), TestPictures.png(TestPictures.RED_SHIRT));
        browser.show("", DESKTOP, false);

        browser.await("input.photos-input").sendKeys(shirt.toString());

        browser.awaitText("[data-upload-state=refused]", "Sign in to write");
        browser.awaitText(CONTROL, "Sign in to write");
    }

    @Test
    void isForEveryoneAndByKeyboardAlone() throws IOException {
        String photoId = shop.tagged("uploads/sign-in/all.png", TestPictures.png(TestPictures.RED_SHIRT), "image/png");
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {DESKTOP, PHONE}) {
                String name = (dark ? "dark-" : "light-") + width;
                browser.show("#/photo?id=" + TestShop.segment(photoId), width, dark);
                signAs("anna");
                browser.awaitText("h1", "Shirt");
                say("dress");
                WebElement control = browser.await(CONTROL);
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(browser.overflow()).as(name).isZero();

                control.sendKeys(Keys.ENTER);
                browser.await("dialog[open]");
                assertThat(browser.driver().switchTo().activeElement().getDomAttribute("id"))
                        .isEqualTo("write-token");
                browser.picture("sign-in-" + name);
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(browser.overflow()).as(name).isZero();
                browser.press(Keys.ESCAPE);
                browser.awaitNone("dialog[open]");
            }
        }
        assertThat(browser.complaints()).as("only the writes that were refused").allMatch(line -> line.contains("401"));
    }

    private void show(String photoId) {
        browser.show("#/photo?id=" + TestShop.segment(photoId), DESKTOP, false);
    }

    private void say(String letters) {
        browser.await("class-picker input").sendKeys(letters, Keys.ENTER);
    }

    private void signIn(String token) {
        browser.awaitButton(CONTROL, "Sign in").click();
        browser.await("dialog[open] input").sendKeys(token, Keys.ENTER);
        browser.awaitNone("dialog[open]");
    }

    private int signIns() {
        return browser.driver().findElements(By.cssSelector(CONTROL)).size();
    }
}
