package io.hangtag.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.hangtag.api.ApiProfile;
import io.hangtag.local.LocalNames;
import io.hangtag.testing.TestPictures;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.Tag;

@QuarkusTest
@TestProfile(ApiProfile.class)
class JobsPageTest extends PageTest {
    private static final String PREFIX = "uploads/page-jobs/";

    @BeforeEach
    void signIn() {
        browser.show("", DESKTOP, false);
        signAs("anna");
    }

    @Test
    void startsABackfillAndSeesItFinish() {
        // given photos that nobody was told of
        for (int photo = 0; photo < 3; photo++) {
            put(PREFIX + "all/" + photo + ".png", 50 + photo);
        }
        open();

        // when
        browser.await("#job-backfill").click();
        browser.await("[name=prefix]").sendKeys(PREFIX + "all/");
        browser.awaitButton("job-form button", "Start the backfill").click();

        // then, with nothing reloaded
        browser.awaitText(".job[data-job-state=done]", "Objects under " + PREFIX + "all/");
        browser.awaitText(".job[data-job-state=done]", "3 seen, 3 tagged");
        browser.awaitText(".job[data-job-state=done]", "by anna");
        assertThat(aws.clients()
                        .s3()
                        .getObjectTagging(request ->
                                request.bucket(LocalNames.DEFAULT.bucket()).key(PREFIX + "all/0.png"))
                        .tagSet())
                .contains(Tag.builder().key("hangtag:class").value("red-shirt").build());
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void startsARetagOfWhatAFilterLeaves() {
        shop.tagged(PREFIX + "again/some.png", TestPictures.png(TestPictures.SOME_SHIRT), "image/png");
        open();

        browser.await("[name=text]").sendKeys(PREFIX + "again/\t");
        browser.awaitText("job-form [role=status]", "1 photo");
        browser.awaitButton("job-form button", "Start re-tagging").click();

        browser.awaitText(".job[data-job-state=done]", "“" + PREFIX + "again/” in the key");
        browser.awaitText(".job[data-job-state=done]", "1 seen");
    }

    @Test
    void cancelsAJob() {
        // given a job that would take minutes
        for (int photo = 0; photo < 3; photo++) {
            put(PREFIX + "slow/" + photo + ".png", 60 + photo);
        }
        open();
        browser.await("#job-backfill").click();
        browser.await("[name=prefix]").sendKeys(PREFIX + "slow/");
        browser.await("[name=rate]").sendKeys("0.01");
        browser.awaitButton("job-form button", "Start the backfill").click();
        browser.awaitText(".job", "at 0.01 a second");

        // when
        browser.await(".job button[aria-label^=Cancel]").click();

        // then
        browser.awaitText(".job[data-job-state=cancelled]", PREFIX + "slow/");
    }

    @Test
    void saysPlainlyWhyAJobIsRefused() {
        open();
        browser.await("#job-backfill").click();
        browser.await("[name=prefix]").sendKeys("private/");

        browser.awaitButton("job-form button", "Start the backfill").click();

        browser.awaitText("[role=alert]", "Photos lie under uploads/");
    }

    @Test
    void isForEveryoneAndCopesWithAPackageWithoutFigures() throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {DESKTOP, PHONE}) {
                String name = (dark ? "dark-" : "light-") + width;
                browser.show("#/models", width, dark);
                browser.awaitText("models-view", "This package tells no figures");
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(browser.overflow()).as(name).isZero();
                browser.show("#/models?tab=jobs", width, dark);
                browser.await("job-form, .job");
                browser.awaitText("jobs-panel", "Jobs");
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(browser.overflow()).as(name).isZero();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private void open() {
        browser.show("#/models?tab=jobs", DESKTOP, false);
        browser.await("job-form");
    }

    private void put(String key, int size) {
        aws.clients()
                .s3()
                .putObject(
                        request -> request.bucket(LocalNames.DEFAULT.bucket())
                                .key(key)
                                .contentType("image/png"),
                        RequestBody.fromBytes(TestPictures.png(TestPictures.RED_SHIRT, size)));
    }
}
