package io.hangtag.api.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.junit.jupiter.api.Assumptions;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A fresh Chromium that can reach nothing but this machine. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LEISURE = Duration.ofMinutes(2);

    private final ChromeDriver driver;
    private final String page;

    private Browser(ChromeDriver driver, String page) {
        this.driver = driver;
        this.page = page;
    }

    /** Starts one, or skips the test where there is none. */
    static Browser open(int port) {
        Assumptions.assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "Chromium is not installed: apt-get install chromium chromium-driver");
        LoggingPreferences logs = new LoggingPreferences();
        logs.enable(LogType.BROWSER, Level.ALL);
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.setCapability("goog:loggingPrefs", logs);
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        return new Browser(new ChromeDriver(service, options), "http://127.0.0.1:" + port + "/");
    }

    ChromeDriver driver() {
        return driver;
    }

    /** Leaves the page and all that it kept, said or was held up by. */
    void forget() {
        driver.get("about:blank");
        driver.executeCdpCommand("Storage.clearDataForOrigin", Map.of("origin", page, "storageTypes", "all"));
        network(false, -1);
        block();
        complaints();
    }

    /** Takes the network away, or slows it down to so many bytes a second; -1 is as fast as it can. */
    void network(boolean offline, int bytesASecond) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of(
                        "offline", offline,
                        "latency", 0,
                        "downloadThroughput", bytesASecond,
                        "uploadThroughput", bytesASecond));
    }

    /** Opens a view, in a window of that width. */
    void show(String view, int width, boolean dark) {
        driver.manage().window().setSize(new Dimension(width, 900));
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", dark ? "dark" : "light"))));
        driver.get("about:blank");
        driver.get(page + view);
    }

    WebElement await(String selector) {
        return new WebDriverWait(driver, PATIENCE)
                .until(any -> driver.findElements(By.cssSelector(selector)).stream()
                        .findFirst()
                        .orElse(null));
    }

    void awaitText(String selector, String text) {
        until(() -> driver.findElements(By.cssSelector(selector)).stream()
                .anyMatch(element -> element.getText().contains(text)));
    }

    /** Until the elements have exactly these texts, in this order. */
    void awaitTexts(String selector, List<String> texts) {
        until(() -> driver.findElements(By.cssSelector(selector)).stream()
                .map(element -> element.getDomProperty("textContent").strip())
                .toList()
                .equals(texts));
    }

    /** The element of that text. */
    WebElement awaitButton(String selector, String text) {
        awaitText(selector, text);
        return driver.findElements(By.cssSelector(selector)).stream()
                .filter(element -> element.getText().contains(text))
                .findFirst()
                .orElseThrow();
    }

    void awaitNone(String selector) {
        until(() -> driver.findElements(By.cssSelector(selector)).isEmpty());
    }

    /** Until the element is there and has come to rest. */
    void awaitStill(String selector) {
        await(selector);
        until(() -> driver.executeScript(
                        "return document.querySelector(arguments[0])?.getAnimations().length === 0", selector)
                .equals(true));
    }

    /** Until it is so, however slowly a long list loads. */
    void awaitAtLeisure(BooleanSupplier condition) {
        until(LEISURE, condition);
    }

    /** Keeps the browser from asking for photos' pictures. */
    void leaveOutPictures() {
        block("*/image?*");
    }

    /** Lets no request out to such addresses, over reloads too; none of them lets all out again. */
    void block(String... addresses) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand("Network.setBlockedURLs", Map.of("urls", List.of(addresses)));
    }

    /** Loads the page anew, as it stands, whatever it would like to ask before. */
    void reload() {
        driver.navigate().refresh();
    }

    /** From the next page on, whatever moves without anybody having touched it is counted. */
    void watchLayout() {
        driver.executeCdpCommand("Page.addScriptToEvaluateOnNewDocument", Map.of("source", """
                window.layoutShift = 0;
                new PerformanceObserver((list) => list.getEntries()
                    .filter(({ hadRecentInput }) => !hadRecentInput)
                    .forEach(({ value }) => { layoutShift += value; })).observe({ type: 'layout-shift', buffered: true });
                """));
    }

    /** The cumulative layout shift since the page was opened. */
    double layoutShift() {
        return ((Number) driver.executeScript("return layoutShift")).doubleValue();
    }

    /** From now on the time between frames is taken. */
    void watchFrames() {
        driver.executeScript("""
                const frames = window.frameMillis = [];
                let last = performance.now();
                const frame = (now) => {
                  if (frames !== window.frameMillis) return;
                  frames.push(Math.round(now - last));
                  last = now;
                  requestAnimationFrame(frame);
                };
                requestAnimationFrame(frame);
                """);
    }

    /** Milliseconds between one frame and the next, since they are watched. */
    @SuppressWarnings("unchecked")
    List<Long> frames() {
        return (List<Long>)
                driver.executeScript("const taken = frameMillis; window.frameMillis = undefined; return taken");
    }

    /** Types into whatever has the focus; nothing is clicked. */
    void press(CharSequence... keys) {
        new Actions(driver).sendKeys(keys).perform();
    }

    /** By how many pixels the page is wider than its window. */
    long overflow() {
        return (Long)
                driver.executeScript("return Math.max(0, document.documentElement.scrollWidth - window.innerWidth)");
    }

    /** Until that is so. */
    void until(BooleanSupplier condition) {
        until(PATIENCE, condition);
    }

    private void until(Duration patience, BooleanSupplier condition) {
        new WebDriverWait(driver, patience)
                .ignoring(StaleElementReferenceException.class)
                .until(any -> condition.getAsBoolean());
    }

    /** Until the pictures in sight are shown. */
    void awaitPictures() {
        new WebDriverWait(driver, PATIENCE)
                .until(any -> driver.executeScript("""
                        return [...document.images]
                            .filter((image) => image.getBoundingClientRect().top < innerHeight)
                            .every((image) => image.complete && image.naturalWidth > 0);
                        """).equals(true));
    }

    /** What axe-core finds wrong on the page as it stands, one line a violation. */
    @SuppressWarnings("unchecked")
    List<String> violations() throws IOException {
        try (InputStream axe = Browser.class.getResourceAsStream("/axe.min.js")) {
            driver.executeScript(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<String>) driver.executeAsyncScript("""
                const done = arguments[0];
                axe.run().then(({ violations }) => done(violations.map(
                    ({ id, help, nodes }) => `${id}: ${help} – ${nodes.map(({ html }) => html).join(' ')}`)));
                """);
    }

    /** What the page complained about, be it script errors or its own security policy. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
                .map(LogEntry::getMessage)
                .toList();
    }

    /** A picture for whoever wants to look. */
    void picture(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
