package io.nqba.console.page.finance;

import io.nqba.console.finance.BookView;
import io.nqba.console.page.Figures;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the pages of a book share: which book, and how far back it is looked at.
 *
 * @param path address of the page without parameters
 * @param books all books by name
 * @param book the chosen one
 * @param days length of the range, calendar days
 */
record BookPage(String path, List<BookView> books, BookView book, int days) {
    private static final List<Integer> LENGTHS = List.of(30, 91, 365, 1095, 3650);
    private static final int DEFAULT_DAYS = 365;

    /** Reads what the address chooses; null when it names a book that is not there. */
    static @Nullable BookPage of(String path, List<BookView> books, MultiValueMap<String, String> query) {
        String wanted = text(query, "book");
        String days = text(query, "days");
        int length = days.matches("\\d{1,4}") && LENGTHS.contains(Integer.valueOf(days))
                ? Integer.parseInt(days)
                : DEFAULT_DAYS;
        return books.stream()
                .filter(book -> wanted.isEmpty() || book.id().equals(wanted))
                .findFirst()
                .map(book -> new BookPage(path, books, book, length))
                .orElse(null);
    }

    static String text(MultiValueMap<String, String> query, String name) {
        String value = query.getFirst(name);
        return value == null ? "" : value;
    }

    public List<Integer> lengths() {
        return LENGTHS;
    }

    public String lengthName(int length) {
        return switch (length) {
            case 30 -> "Month";
            case 91 -> "Quarter";
            case 365 -> "Year";
            case 1095 -> "3 years";
            default -> "10 years";
        };
    }

    /** Returns the range in words: {@code the last year}. */
    String lengthWords() {
        return switch (days) {
            case 30 -> "the last month";
            case 91 -> "the last quarter";
            case 365 -> "the last year";
            case 1095 -> "the last 3 years";
            default -> "the last 10 years";
        };
    }

    public String lengthHref(int length) {
        return href(length);
    }

    /** Returns the address of this page with book and range. */
    public String href() {
        return href(days);
    }

    private String href(int length) {
        return UriComponentsBuilder.fromPath(path)
                .queryParam("book", "{book}")
                .queryParam("days", length)
                .encode()
                .buildAndExpand(book.id())
                .toUriString();
    }

    /** Returns the first day of the range that ends on a day. */
    LocalDate firstDay(LocalDate last) {
        return last.minusDays(days);
    }

    /** Returns one line about the book. */
    public String lead() {
        return "%s over universe %s, in %s"
                .formatted(
                        book.portfolios() == 1 ? "1 portfolio" : Figures.count(book.portfolios()) + " portfolios",
                        book.universeId(),
                        book.currency());
    }

    /** Returns the address of a portfolio. */
    static String portfolioHref(String portfolioId) {
        return UriComponentsBuilder.fromPath("/goliath/portfolios/{id}")
                .encode()
                .buildAndExpand(portfolioId)
                .toUriString();
    }
}
