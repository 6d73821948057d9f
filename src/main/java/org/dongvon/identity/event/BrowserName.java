package org.dongvon.identity.event;

import java.util.List;

/** What a program calls itself in its user agent, for people: {@code Firefox · Windows}. */
public final class BrowserName {

    /** The first that fits counts: most browsers also claim to be others. */
    private static final List<Sign> PROGRAMS = List.of(
            new Sign("Edg/", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("coc_coc", "Cốc Cốc"),
            new Sign("Firefox/", "Firefox"),
            new Sign("Chrome/", "Chrome"),
            new Sign("Safari/", "Safari"),
            new Sign("Java-http-client", "Java"),
            new Sign("curl/", "curl"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("Android", "Android"),
            new Sign("iPhone", "iPhone"),
            new Sign("iPad", "iPad"),
            new Sign("Windows", "Windows"),
            new Sign("Mac OS X", "macOS"),
            new Sign("Linux", "Linux"));

    private BrowserName() {}

    /** The name; an empty text when the program said nothing that is known. */
    public static String of(String userAgent) {
        var program = find(PROGRAMS, userAgent);
        var system = find(SYSTEMS, userAgent);
        return program.isEmpty() || system.isEmpty() ? program + system : program + " · " + system;
    }

    private static String find(List<Sign> signs, String userAgent) {
        return signs.stream()
                .filter(sign -> userAgent.contains(sign.part()))
                .map(Sign::name)
                .findFirst()
                .orElse("");
    }

    private record Sign(String part, String name) {}
}
