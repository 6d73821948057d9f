package org.dongvon.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;

/**
 * Runs axe-core on a page with the rules of WCAG 2.2 A and AA. It is put there through the browser's own protocol, so that the
 * page's content security policy stays as it is.
 */
public final class Axe {

    private static final String SCRIPT = script();

    private static final String RUN = """
            axe.run(document, {
              runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] },
              rules: { 'target-size': { enabled: true } },
              resultTypes: ['violations']
            }).then(all => all.violations.map(rule => rule.id + ', ' + rule.help + ':\\n' + rule.nodes.map(node =>
              '  ' + node.target.join(' ') + '\\n    ' + node.html.slice(0, 200) + '\\n    ' + node.failureSummary.replace(/\\s+/g, ' ')).join('\\n')).join('\\n'))
            """;

    private Axe() {}

    /** Nothing is found on the page as it stands: narrow and light, wide and dark. */
    public static void check(Page page, String name) {
        for (var look : Map.of(320, ColorScheme.LIGHT, 1280, ColorScheme.DARK).entrySet()) {
            page.setViewportSize(look.getKey(), 900);
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(look.getValue()));
            assertThat(found(page))
                    .as("WCAG 2.2 AA on %s, %s px, %s", name, look.getKey(), look.getValue())
                    .isEmpty();
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private static String found(Page page) {
        var session = page.context().newCDPSession(page);
        try {
            if (!evaluate(session, "typeof axe").equals("object")) {
                evaluate(session, SCRIPT + ";''");
            }
            return evaluate(session, RUN);
        } finally {
            session.detach();
        }
    }

    private static String evaluate(CDPSession session, String script) {
        var asked = new JsonObject();
        asked.addProperty("expression", script);
        asked.addProperty("awaitPromise", true);
        asked.addProperty("returnByValue", true);
        var answer = session.send("Runtime.evaluate", asked);
        assertThat(answer.has("exceptionDetails")).as("%s", answer).isFalse();
        return answer.getAsJsonObject("result").get("value").getAsString();
    }

    private static String script() {
        try {
            return new ClassPathResource("axe.min.js").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
