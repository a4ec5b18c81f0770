package io.hangtag.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.ApiProfile;
import io.hangtag.local.LocalNames;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.awt.Color;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import software.amazon.awssdk.services.s3.model.Tag;

/** A reviewer at the queue, whose word is looked for where it counts: in the tags of the objects. */
@QuarkusTest
@TestProfile(ApiProfile.class)
class ReviewPageTest extends PageTest {
    private ReviewDesk desk;

    @BeforeEach
    void sitDown() {
        desk = new ReviewDesk(browser);
        browser.show("", DESKTOP, false);
        signAs("anna");
    }

    @Test
    void reviewsByKeyboardAlone() {
        // given, from the least certain on: two photos that have no answer, two that are some shirt
        unsure("keyboard/a.png", TestPictures.UNIDENTIFIED);
        unsure("keyboard/b.png", TestPictures.UNIDENTIFIED);
        unsure("keyboard/c.png", TestPictures.SOME_SHIRT);
        unsure("keyboard/d.png", TestPictures.SOME_SHIRT);
        signAs("");
        desk.open("keyboard/", DESKTOP, false);
        desk.awaitFigure("left", "4");

        // when a decision is made before the reviewer said who they are, then they are asked, and it is made
        String first = desk.inHand();
        browser.press("1");
        assertThat(desk.focused().getDomAttribute("class")).contains("reviewer");
        browser.press("anna", Keys.ENTER);
        desk.awaitFigure("reviewed", "1");

        // when another class is typed
        String second = desk.inHand();
        browser.press("/");
        browser.press("dress");
        browser.press(Keys.ENTER);
        desk.awaitSaid("Dress – women");
        assertThat(desk.focused().getTagName()).as("goes on without a click").isEqualTo("h2");

        // when not clothing is said, taken back, skipped, taken back, and the second class is said
        String third = desk.inHand();
        browser.press("n");
        desk.awaitFigure("reviewed", "3");
        browser.press("u");
        desk.awaitInHand(third);
        browser.press("s");
        desk.awaitFigure("skipped", "1");
        desk.focused().sendKeys(Keys.chord(Keys.CONTROL, "z"));
        desk.awaitInHand(third);
        browser.press("2");
        desk.awaitFigure("reviewed", "3");
        desk.awaitSaved();

        // when the last one is accepted and the reason is given
        String fourth = desk.inHand();
        desk.awaitFocus("h2");
        browser.press("w");
        desk.awaitFocus("input");
        browser.press("seen in the shop", Keys.ENTER);
        browser.press(Keys.ENTER);

        // then
        browser.awaitText("h2", "Done: 4 photos reviewed");
        desk.awaitFigure("left", "0");
        desk.awaitFigure("first", "50 %");
        desk.awaitFigure("garment", "2 of 2");
        desk.awaitFigure("none", "2");
        desk.awaitSaved();
        assertThat(classTag("keyboard/" + first)).isIn("red-shirt", "blue-jeans");
        assertThat(classTag("keyboard/" + second)).isEqualTo("yellow-dress");
        assertThat(classTag("keyboard/" + third)).isIn("red-shirt", "green-shirt");
        assertThat(classTag("keyboard/" + fourth)).isIn("red-shirt", "green-shirt");
        assertThat(photo(photoId("keyboard/" + fourth)).<String>path("human.why"))
                .isEqualTo("seen in the shop");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void takesBackSeveralStepsOneByOne() {
        unsure("steps/a.png", TestPictures.UNIDENTIFIED);
        unsure("steps/b.png", TestPictures.UNIDENTIFIED);
        desk.open("steps/", DESKTOP, false);
        String first = desk.inHand();
        browser.press("1");
        desk.awaitFigure("left", "1");
        String second = desk.inHand();
        browser.press("n");
        browser.awaitText("h2", "Done");
        desk.awaitSaved();
        assertThat(classTag("steps/" + second)).isEqualTo("not-clothing");

        browser.press("u");
        desk.awaitInHand(second);
        browser.press("u");
        desk.awaitInHand(first);

        desk.awaitFigure("reviewed", "0");
        desk.awaitSaved();
        assertThat(classTag("steps/" + first)).isEqualTo("unidentified");
        assertThat(classTag("steps/" + second)).isEqualTo("unidentified");
    }

    @Test
    void takesBackWhatIsStillOnItsWayAndNamesAnew() {
        unsure("hurry/a.png", TestPictures.UNIDENTIFIED);
        unsure("hurry/b.png", TestPictures.UNIDENTIFIED);
        desk.open("hurry/", DESKTOP, false);
        String first = desk.inHand();

        // given a network on which an answer takes seconds
        browser.network(false, 400);
        // when the photo is named, taken back, skipped while both are on their way, and taken in hand again after
        browser.press("n", "u");
        desk.awaitInHand(first);
        browser.press("s");
        desk.awaitFigure("skipped", "1");
        assertThat(desk.isSaved()).as("the answers are still to come").isFalse();
        browser.network(false, -1);
        desk.awaitSaved();
        browser.press("u");
        desk.awaitInHand(first);
        // when it is named anew
        browser.press("1");
        desk.awaitFigure("reviewed", "1");
        desk.awaitSaved();

        // then that stands, and it does not come back
        assertThat(desk.shows("[data-conflict]")).isFalse();
        desk.awaitFigure("left", "1");
        assertThat(desk.inHand()).isNotEqualTo(first);
        assertThat(classTag("hurry/" + first)).isNotIn("unidentified", "not-clothing");
    }

    @Test
    void namesMarkedPhotosTogether() {
        for (String file : new String[] {"a.png", "b.png", "c.png", "d.png"}) {
            unsure("bulk/" + file, TestPictures.SOME_SHIRT);
        }
        desk.open("bulk/", DESKTOP, false);

        // when the next one is marked, and another one from within the strip
        browser.press("x");
        browser.press(Keys.ARROW_DOWN);
        browser.press(Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);
        browser.press("x");
        desk.awaitSaid("2 photos marked");
        browser.awaitText("h2", "What are these 3 photos?");
        assertThat(browser.driver().findElements(By.cssSelector(".review-strip li.marked")))
                .hasSize(2);
        browser.press("n");

        // then the three are named and the fourth is in hand
        desk.awaitFigure("left", "1");
        desk.awaitFigure("reviewed", "3");
        desk.awaitSaved();
        String left = desk.inHand();
        for (String file : new String[] {"a.png", "b.png", "c.png", "d.png"}) {
            assertThat(classTag("bulk/" + file))
                    .as(file)
                    .isEqualTo(file.equals(left) ? "unidentified" : "not-clothing");
        }

        // and one step takes all three back
        browser.press("u");
        desk.awaitFigure("left", "4");
        desk.awaitSaved();
        assertThat(classTag("bulk/a.png")).isEqualTo("unidentified");
        assertThat(classTag("bulk/d.png")).isEqualTo("unidentified");
    }

    @Test
    void tellsWhatSomebodyElseSaidMeanwhileAndGoesOn() {
        unsure("conflict/a.png", TestPictures.UNIDENTIFIED);
        unsure("conflict/b.png", TestPictures.UNIDENTIFIED);
        desk.open("conflict/", DESKTOP, false);
        String contested = desk.inHand();

        // given
        labelledBy("ben", photoId("conflict/" + contested), "blue-jeans");
        // when
        browser.press("n");
        // then
        browser.awaitText("[data-conflict]", "ben said Jeans – men of " + contested);
        desk.awaitSaid("your Not clothing was not kept");
        assertThat(desk.inHand()).as("the next one is in hand").isNotEqualTo(contested);
        desk.awaitFigure("reviewed", "0");
        assertThat(classTag("conflict/" + contested)).isEqualTo("blue-jeans");

        // when anna insists
        browser.await("[data-conflict] button").click();
        desk.awaitFigure("reviewed", "1");
        desk.awaitSaved();
        assertThat(classTag("conflict/" + contested)).isEqualTo("not-clothing");
        assertThat(desk.shows("[data-conflict]")).isFalse();
    }

    @Test
    void keepsADecisionThatCannotBeSentAndSendsItLater() throws IOException {
        unsure("offline/a.png", TestPictures.UNIDENTIFIED);
        unsure("offline/b.png", TestPictures.UNIDENTIFIED);
        unsure("offline/c.png", TestPictures.UNIDENTIFIED);
        desk.open("offline/", DESKTOP, false);
        String first = desk.inHand();

        // given
        browser.network(true, -1);
        // when
        browser.press("n");
        // then
        browser.awaitText("[data-outbox]", "1 decision not saved yet");
        desk.awaitFigure("left", "2");
        String second = desk.inHand();
        browser.press("n");
        browser.awaitText("[data-outbox]", "2 decisions not saved yet");
        assertThat(browser.violations()).isEmpty();
        assertThat(classTag("offline/" + first)).isEqualTo("unidentified");

        // when
        browser.network(false, -1);
        // The bar is drawn anew when the network is back; a click that meets the old button is made again.
        browser.until(() -> {
            browser.driver()
                    .findElements(By.cssSelector("[data-outbox] button"))
                    .forEach(WebElement::click);
            return true;
        });
        // then
        desk.awaitSaved();
        assertThat(desk.shows("[data-outbox]")).isFalse();
        assertThat(classTag("offline/" + first)).isEqualTo("not-clothing");
        assertThat(classTag("offline/" + second)).isEqualTo("not-clothing");
    }

    @Test
    void keepsADecisionThatWaitsOverAReloadOfTheTab() {
        // given
        unsure("reload/a.png", TestPictures.UNIDENTIFIED);
        unsure("reload/b.png", TestPictures.UNIDENTIFIED);
        desk.open("reload/", DESKTOP, false);
        String first = desk.inHand();
        browser.block("*/label");
        browser.press("n");
        browser.awaitText("[data-outbox]", "1 decision not saved yet");

        // when
        browser.reload();

        // then the decision waits still, and its photo is not asked about again
        browser.awaitText("[data-outbox]", "1 decision not saved yet");
        assertThat(desk.inHand()).isNotEqualTo(first);
        assertThat(classTag("reload/" + first)).isEqualTo("unidentified");

        // when the service can be reached
        browser.block();
        // then it is sent, with the reviewer's name
        desk.awaitSaved();
        assertThat(classTag("reload/" + first)).isEqualTo("not-clothing");
        assertThat(photo(photoId("reload/" + first)).<String>path("human.by")).isEqualTo("anna");
    }

    @Test
    void laysTheHeatMapOverThePhotoOnAKey() throws IOException {
        unsure("heat/a.png", TestPictures.SOME_SHIRT);
        unsure("heat/b.png", TestPictures.SOME_SHIRT);
        desk.open("heat/", DESKTOP, false);
        String first = desk.inHand();

        browser.press("h");
        browser.await(".review-picture img.heat");
        desk.awaitSaid("Heat map shown");
        browser.awaitPictures();
        assertThat(browser.violations()).isEmpty();

        // and it stays on for the next photo, until the key is pressed again
        browser.press("s");
        browser.until(() -> !desk.inHand().equals(first));
        browser.await(".review-picture img.heat");
        browser.press("h");
        browser.awaitNone(".review-picture img.heat");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void findsAClassByItsLetters() throws IOException {
        unsure("letters/a.png", TestPictures.UNIDENTIFIED);
        desk.open("letters/", DESKTOP, false);
        browser.press("c");
        browser.press("men");
        browser.awaitText("[role=listbox]", "Shirt – men, solid");
        assertThat(browser.await("[role=listbox]").getText())
                .as("no women, who do not begin so")
                .contains("Jeans – men")
                .doesNotContain("women");
        assertThat(desk.focused().getDomAttribute("aria-expanded")).isEqualTo("true");
        assertThat(browser.violations()).isEmpty();

        String first = desk.focused().getDomAttribute("aria-activedescendant");
        browser.press(Keys.ARROW_DOWN);
        assertThat(desk.focused().getDomAttribute("aria-activedescendant")).isNotEqualTo(first);
        browser.press("qq");
        browser.awaitText(".class-none", "No class is called so");
        // the first Escape clears the letters, the second one leaves
        browser.press(Keys.ESCAPE);
        browser.press(Keys.ESCAPE);
        assertThat(desk.focused().getTagName()).isEqualTo("h2");
        desk.awaitFigure("left", "1");
    }

    @Test
    void showsItsKeysAndSwitchesThemOff() throws IOException {
        unsure("keys/a.png", TestPictures.UNIDENTIFIED);
        desk.open("keys/", DESKTOP, false);
        browser.press("?");
        browser.awaitText("dialog[open]", "The first is right");
        assertThat(browser.violations()).isEmpty();
        browser.await("dialog[open] [role=switch]").click();
        browser.press(Keys.ESCAPE);

        browser.press("1", "n", "s", Keys.ENTER);

        desk.awaitFigure("left", "1");
        desk.awaitFigure("reviewed", "0");
        browser.driver().executeScript("localStorage.removeItem('hangtag.review.keys')");
    }

    @Test
    void doesEverythingByHandToo() {
        unsure("hand/a.png", TestPictures.UNIDENTIFIED);
        unsure("hand/b.png", TestPictures.SOME_SHIRT);
        unsure("hand/c.png", TestPictures.SOME_SHIRT);
        desk.open("hand/", PHONE, false);
        desk.awaitInHand("a.png");

        browser.await(".review-strip li:first-child .look").click();
        desk.awaitFigure("left", "3");
        desk.awaitSaid("In hand");
        browser.await(".review-strip li:last-child .same").click();
        browser.awaitText("h2", "What are these 2 photos?");
        browser.await(".choice").click();
        desk.awaitFigure("reviewed", "2");
        browser.awaitButton("review-view button", "Skip").click();
        browser.awaitText("h2", "Done: 2 photos reviewed");
        browser.awaitButton("review-view button", "Undo the last").click();
        desk.awaitFigure("left", "1");
        browser.awaitButton("review-view button", "Not clothing").click();
        desk.awaitFigure("reviewed", "3");
        desk.awaitSaved();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void isForEveryone() throws IOException {
        unsure("everyone/a.png", TestPictures.UNIDENTIFIED);
        unsure("everyone/b.png", TestPictures.SOME_SHIRT);
        desk.open("everyone/", DESKTOP, false);
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {DESKTOP, PHONE}) {
                String name = (dark ? "dark-" : "light-") + width;
                desk.open("everyone/", width, dark);
                browser.awaitPictures();
                browser.press("x");
                desk.awaitSaid("1 photo marked");
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(browser.overflow()).as(name).isZero();
            }
        }
        desk.open("no-such-photo", PHONE, true);
        browser.awaitText("h2", "Nothing waits for you");
        assertThat(browser.violations()).isEmpty();
        assertThat(browser.overflow()).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    private void unsure(String name, Color color) {
        shop.tagged("uploads/" + name, TestPictures.png(color), "image/png");
    }

    private static String photoId(String name) {
        return LocalNames.DEFAULT.bucket() + "/uploads/" + name;
    }

    private String classTag(String name) {
        return aws
                .clients()
                .s3()
                .getObjectTagging(
                        request -> request.bucket(LocalNames.DEFAULT.bucket()).key("uploads/" + name))
                .tagSet()
                .stream()
                .collect(Collectors.toMap(Tag::key, Tag::value))
                .get("hangtag:class");
    }
}
