package org.dongvon.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.dongvon.shared.Role;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A person's browser on the test's server. After each test it must have seen no error on the console, no breach of the
 * content security policy and no request to anywhere else.
 */
public final class Browser {

    private static final Path PICTURES = Path.of("target", "screenshots");
    /** Pictures take longer than what is measured: {@code DONGVON_PICTURES=1 ./dongvon test} leaves them all. */
    private static final boolean TAKES_PICTURES = System.getenv("DONGVON_PICTURES") != null;

    private static final int HEIGHT = 900;
    private static final int[] WIDTHS = {1280, 320};

    private final BrowserContext context;
    private final Page page;
    private final String site;
    private final List<String> complaints = new ArrayList<>();
    private boolean refusalExpected;

    private Browser(BrowserContext context, Site site) {
        this.context = context;
        this.site = site.address().toString();
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            boolean answer = message.text().startsWith("Failed to load resource");
            if (message.type().equals("error") && !(answer && refusalExpected)) {
                complaints.add("console: " + message.text());
            }
        });
        page.onPageError(error -> complaints.add("script: " + error));
        page.onRequest(request -> {
            if (!request.url().startsWith(this.site)) {
                complaints.add("request to a stranger: " + request.url());
            }
        });
    }

    /** The page itself, for clicks, keys and assertions of Playwright. */
    public Page page() {
        return page;
    }

    /** Opens an address of the site and returns the status of the answer. */
    public int open(String path) {
        return page.navigate(site + path).status();
    }

    /** The next answers may be refusals (4xx), which the browser itself notes on its console. */
    public Browser expectingRefusal() {
        refusalExpected = true;
        return this;
    }

    /** Logs in as the office's person in this role. */
    public Browser as(Role role) {
        return as(Site.login(role));
    }

    /** Logs in with the site's password. */
    public Browser as(String login) {
        open("/login");
        page.fill("#user", login);
        page.fill("#password", Site.PASSWORD);
        page.click("main form .btn-main");
        assertThat(page.url()).isEqualTo(site + "/");
        return this;
    }

    /** Looks at the page at both widths and fails on what can be measured; leaves pictures where they are asked for. */
    public void look(String name) {
        if (TAKES_PICTURES) {
            takePictures(name);
        }
        for (int width : WIDTHS) {
            page.setViewportSize(width, HEIGHT);
            checkAt(name, width);
        }
        page.setViewportSize(WIDTHS[0], HEIGHT);
    }

    private void takePictures(String name) {
        for (var scheme :
                Map.of("", ColorScheme.LIGHT, "-dark", ColorScheme.DARK).entrySet()) {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(scheme.getValue()));
            for (int width : WIDTHS) {
                page.setViewportSize(width, HEIGHT);
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(name + "-" + width + scheme.getKey() + ".png"))
                        .setFullPage(true));
            }
        }
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    }

    private void checkAt(String name, int width) {
        var overflow = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(overflow).as("%s overflows at %d px", name, width).isEqualTo(0);
        assertThat(page.content())
                .as("%s shows a key without a message", name)
                .doesNotContainPattern("\\?\\?[A-Za-z.-]+_(vi|en)\\?\\?");
        assertThat((String) page.evaluate("document.documentElement.lang"))
                .as("language of %s", name)
                .isIn("vi", "en");
        assertThat(page.title()).as("title of %s", name).endsWith("· Đồng Vốn");
        assertThat(page.locator("h1").count()).as("headings of %s", name).isEqualTo(1);
        assertThat((String) page.evaluate(UNNAMED))
                .as("%s has fields or buttons without a name", name)
                .isEmpty();
        assertThat((String) page.evaluate(UNHASHED))
                .as("%s links files without a hash", name)
                .isEmpty();
    }

    private static final String UNNAMED = """
            [...document.querySelectorAll('input:not([type=hidden]), select, textarea, button, a[href]')]
                .filter(e => !(e.labels?.length || e.textContent.trim() || e.getAttribute('aria-label')))
                .map(e => e.outerHTML).join('\\n')
            """;

    private static final String UNHASHED = """
            [...document.querySelectorAll('[src^="/assets/"], link[href^="/assets/"]')]
                .map(e => e.getAttribute('src') ?? e.getAttribute('href'))
                .filter(name => !/-[0-9a-f]{32}\\.\\w+$/.test(name)).join('\\n')
            """;

    private void close(boolean failed, String test) {
        if (failed) {
            page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve("failed-" + test + ".png")));
        }
        context.close();
        if (!failed) {
            assertThat(complaints).isEmpty();
        }
    }

    /** Gives each test method a browser of its own, without cookies. */
    static final class Extension implements ParameterResolver, AfterEachCallback {

        private static final Namespace STORE = Namespace.create(Browser.class);

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
            return parameter.getParameter().getType() == Browser.class
                    && parameter.getDeclaringExecutable() instanceof java.lang.reflect.Method;
        }

        @Override
        public Browser resolveParameter(ParameterContext parameter, ExtensionContext test) {
            var chromium = test.getRoot().getStore(STORE).computeIfAbsent(Chromium.class);
            var site = SpringExtension.getApplicationContext(test).getBean(Site.class);
            var browser = new Browser(chromium.newContext(), site);
            test.getStore(STORE).put(test.getUniqueId(), browser);
            return browser;
        }

        @Override
        public void afterEach(ExtensionContext test) {
            var browser = test.getStore(STORE).get(test.getUniqueId(), Browser.class);
            if (browser != null) {
                browser.close(
                        test.getExecutionException().isPresent(),
                        test.getRequiredTestClass().getSimpleName() + "-"
                                + test.getRequiredTestMethod().getName());
            }
        }
    }
}
