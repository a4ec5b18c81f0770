package io.hangtag.api.page;

import org.openqa.selenium.By;
import org.openqa.selenium.WebElement;

/** The review view as somebody at its keyboard meets it. */
final class ReviewDesk {
    private static final String FILE = ".review-file a";

    private final Browser browser;

    ReviewDesk(Browser browser) {
        this.browser = browser;
    }

    /** Opens the queue of the photos whose key has that text, in a window of that width. */
    void open(String text, int width, boolean dark) {
        browser.show("#/review?text=" + text, width, dark);
        browser.await(".question, .empty");
    }

    /** File name of the photo in hand. */
    String inHand() {
        return browser.await(FILE).getText();
    }

    void awaitInHand(String file) {
        browser.until(() -> text(FILE).equals(file));
    }

    /** Until a figure of the sitting reads so: left, reviewed, skipped, first, garment, group, none. */
    void awaitFigure(String name, String figure) {
        browser.until(() -> text("[data-tally=" + name + "]").equals(figure));
    }

    /** Until the live region has said so. */
    void awaitSaid(String text) {
        browser.until(() -> browser.driver().findElements(By.cssSelector("review-view [data-said]")).stream()
                .anyMatch(region -> region.getDomProperty("textContent").contains(text)));
    }

    /** Until the service has confirmed every decision. */
    void awaitSaved() {
        browser.until(this::isSaved);
    }

    boolean isSaved() {
        return "[]".equals(browser.driver().executeScript("return sessionStorage.getItem('hangtag.outbox') ?? '[]'"));
    }

    /** Until an element of that kind has the focus. */
    void awaitFocus(String tag) {
        browser.until(() -> focused().getTagName().equals(tag));
    }

    WebElement focused() {
        return browser.driver().switchTo().activeElement();
    }

    boolean shows(String selector) {
        return !browser.driver().findElements(By.cssSelector(selector)).isEmpty();
    }

    private String text(String selector) {
        return browser.driver().findElements(By.cssSelector(selector)).stream()
                .findFirst()
                .map(WebElement::getText)
                .orElse("");
    }
}
