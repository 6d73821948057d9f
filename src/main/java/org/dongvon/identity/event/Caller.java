package org.dongvon.identity.event;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Where a request came from.
 *
 * @param address of the network, as the server sees it
 * @param browser how the program introduced itself
 */
public record Caller(String address, String browser) {

    private static final int LONGEST_ADDRESS = 64;
    private static final int LONGEST_BROWSER = 300;

    /** What could start another line in a log or a page. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cntrl}\\p{Cf}]+");

    /** The operator at the terminal of the server. */
    public static final Caller TERMINAL = new Caller("terminal", "");

    public Caller {
        address = shortened(address, LONGEST_ADDRESS);
        browser = shortened(browser, LONGEST_BROWSER);
    }

    /** The caller behind a request. */
    public static Caller of(HttpServletRequest request) {
        return new Caller(request.getRemoteAddr(), text(request.getHeader(HttpHeaders.USER_AGENT)));
    }

    private static String text(@Nullable String header) {
        return header == null ? "" : header;
    }

    private static String shortened(String text, int longest) {
        var printable = UNPRINTABLE.matcher(text).replaceAll(" ").strip();
        return printable.length() <= longest ? printable : printable.substring(0, longest);
    }
}
