package io.hangtag.api.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.hangtag.model.ModelPackageReader;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The figures of the released model package, as its model.json tells them. */
@QuarkusTest
@TestProfile(ExamplesPictureTest.Served.class)
@EnabledIf(
        value = "io.hangtag.api.page.ExamplesPictureTest#hasModel",
        disabledReason = "models/packages has no clothing-73 yet")
class ModelsPageTest extends PageTest {
    @Test
    void showsWhatServesAndHowGoodItIs() {
        browser.show("#/models", DESKTOP, false);

        browser.awaitText(".model-head", "clothing-73");
        browser.awaitText(".model-head .state", "Serves now");
        browser.awaitText(".model-head", "73");
        browser.awaitText(".figures", "Class right");
        // the package's own numbers, half up as they stand there
        for (String figure : new String[] {"top1", "top3", "garment", "macroRecall"}) {
            browser.awaitText(".figures dd", percent(figure));
        }
        // how often it answers at each level, in words beside each bar
        browser.awaitText("[aria-labelledby=levels] tbody", "Garment only");
        // the plot of its reliability has its sentence, and its table
        assertThat(browser.await("svg.reliability").getDomAttribute("role")).isEqualTo("img");
        assertThat(browser.await("svg.reliability").getDomAttribute("aria-label"))
                .contains("how often the answer was right");
        int dots = browser.driver()
                .findElements(By.cssSelector("svg.reliability circle"))
                .size();
        browser.await("[aria-labelledby=reliability] summary").click();
        assertThat(browser.driver().findElements(By.cssSelector("[aria-labelledby=reliability] tbody tr")))
                .hasSize(dots)
                .isNotEmpty();
        // what it takes for what, in the words of the taxonomy
        browser.awaitText("confusion-table tbody", "Kurta – women, printed");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void sortsAndSearchesItsClasses() {
        browser.show("#/models", DESKTOP, false);
        browser.awaitText("class-table caption", "73 classes");

        browser.awaitButton("class-table th button", "Recall").click();
        browser.await("class-table th[aria-sort=ascending]");
        List<Integer> up = percents(4);
        browser.awaitButton("class-table th button", "Recall").click();
        browser.await("class-table th[aria-sort=descending]");
        List<Integer> down = percents(4);

        // a class without a test photo has no recall
        assertThat(up).hasSizeGreaterThan(60).isSorted();
        assertThat(down).isSortedAccordingTo((one, other) -> other - one);
        browser.await(".class-search").sendKeys("jeans");
        browser.awaitText("class-table caption", "3 classes");
        assertThat(browser.driver().findElements(By.cssSelector("class-table tbody th")))
                .allSatisfy(name -> assertThat(name.getText()).startsWith("Jeans"));
    }

    @Test
    void showsAnotherPackageThatLacksSomeFigures() {
        browser.show("#/models", DESKTOP, false);
        browser.awaitButton("[aria-labelledby=others] a", "fashion-mnist-10").click();

        browser.awaitText(".model-head .state", "Does not serve");
        browser.awaitText("class-table caption", "10 classes");
        browser.awaitText("[aria-labelledby=levels] tbody", "Garment only 0 % –");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void goesBackToWhatServesWhenAPackageIsGone() {
        browser.show("#/models?model=clothing-73%400.0.1", DESKTOP, false);

        browser.awaitText("models-view [role=status]", "There is no clothing-73@0.0.1 here any more");
        browser.awaitText(".model-head .state", "Serves now");
    }

    @Test
    void isForEveryone() throws IOException {
        for (boolean dark : new boolean[] {false, true}) {
            for (int width : new int[] {DESKTOP, PHONE}) {
                String name = (dark ? "dark-" : "light-") + width;
                browser.show("#/models", width, dark);
                browser.awaitText("class-table caption", "73 classes");
                assertThat(browser.violations()).as(name).isEmpty();
                assertThat(browser.overflow()).as(name).isZero();
            }
        }
        assertThat(browser.complaints()).isEmpty();
    }

    private static String percent(String figure) {
        JsonNode share = new ModelPackageReader(new ObjectMapper())
                .read(Path.of("models/packages"), "clothing-73")
                .metrics()
                .path(figure);
        return new BigDecimal(share.asText()).movePointRight(2).setScale(1, RoundingMode.HALF_UP) + " %";
    }

    private List<Integer> percents(int column) {
        return browser.driver().findElements(By.cssSelector("class-table tbody td:nth-child(" + column + ")")).stream()
                .map(WebElement::getText)
                .filter(text -> text.endsWith("%"))
                .map(text -> Integer.valueOf(text.replaceAll("\\D", "")))
                .toList();
    }
}
