package org.dongvon.support;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** The fields of a page's forms as a browser would send them back, for tests that visit by plain HTTP. */
public final class Fields {

    private static final Pattern INPUT = Pattern.compile("<input\\b[^>]*>");
    private static final Pattern NAME = Pattern.compile("\\bname=\"([^\"]+)\"");
    private static final Pattern VALUE = Pattern.compile("\\bvalue=\"([^\"]*)\"");

    private Fields() {}

    /** Name and value of every input but the token and the boxes to tick. */
    public static Map<String, String> of(String page) {
        Map<String, String> fields = new LinkedHashMap<>();
        var input = INPUT.matcher(page);
        while (input.find()) {
            var name = NAME.matcher(input.group());
            var value = VALUE.matcher(input.group());
            if (name.find() && !name.group(1).equals("_csrf") && !input.group().contains("checkbox")) {
                fields.put(name.group(1), value.find() ? value.group(1) : "");
            }
        }
        return fields;
    }
}
