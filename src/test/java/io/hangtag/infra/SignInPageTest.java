package io.hangtag.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The page's sign-in in a real browser, which is on its own in a network of this machine. */
class SignInPageTest {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private UserPool pool;
    private ChromeDriver browser;

    @BeforeEach
    void open() throws IOException {
        assumeTrue(
                Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER),
                "Chromium is not installed: apt-get install chromium chromium-driver");
        pool = UserPool.start();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE localhost");
        browser = new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.quit();
        }
        if (pool != null) {
            pool.close();
        }
    }

    @Test
    void keepsTheTokenInACookieThatNoOtherSiteCanSend() {
        // when
        browser.get(url("/sign-in.html"));
        await("catalog");

        // then
        Cookie cookie = browser.manage().getCookieNamed("__Host-hangtag");
        assertThat(cookie.getValue()).isEqualTo(UserPool.TOKEN);
        assertThat(cookie.getSameSite()).isEqualTo("Strict");
        assertThat(cookie.isSecure()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(browser.getCurrentUrl()).isEqualTo(url("/"));
    }

    @Test
    void takesNoCodeThatItDidNotAskFor() {
        browser.get(url("/sign-in.html?code=stolen&state=guessed"));

        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(any -> browser.findElement(By.id("status")).getText().contains("failed"));
        assertThat(browser.findElement(By.id("status")).getText()).contains("belongs to no question of this tab");
        assertThat(browser.manage().getCookieNamed("__Host-hangtag")).isNull();
    }

    @Test
    void forgetsTheTokenOnTheWayOut() {
        browser.get(url("/sign-in.html"));
        await("catalog");

        browser.get(url("/sign-in.html?out"));
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(any -> browser.getCurrentUrl().contains("/logout?client_id=page"));

        assertThat(browser.manage().getCookieNamed("__Host-hangtag")).isNull();
    }

    private void await(String title) {
        new WebDriverWait(browser, Duration.ofSeconds(20))
                .until(any -> browser.getTitle().equals(title));
    }

    /** By name: browsers take a secure cookie without TLS from localhost only. */
    private String url(String path) {
        return "http://localhost:" + pool.port() + path;
    }
}
