package org.dongvon.shared.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.util.HtmlUtils;

/**
 * Answers what the server could not even read as a request, before any filter: a bare page in both languages, instead
 * of the server's own.
 */
final class BareErrors extends ErrorReportValve {

    private final transient Messages messages;
    private final transient PageHeaders headers;

    BareErrors(Messages messages, PageHeaders headers) {
        this.messages = messages;
        this.headers = headers;
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable cause) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var key = Fault.of(HttpStatusCode.valueOf(status)).messageKey();
        var page = """
                <!DOCTYPE html>
                <html lang="vi"><head><meta charset="utf-8"><title>%s · Đồng Vốn</title></head>
                <body><p>%s</p><p lang="en">%s</p></body></html>
                """.formatted(
                        escaped(Language.VI, key + ".title"), escaped(Language.VI, key), escaped(Language.EN, key));
        headers.write(request, response);
        try {
            response.setContentType("text/html");
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
            response.finishResponse();
        } catch (IOException gone) {
            // Whoever asked has hung up.
            container.getLogger().debug("nobody reads the answer", gone);
        }
    }

    private String escaped(Language language, String key) {
        return HtmlUtils.htmlEscape(messages.text(language, key), StandardCharsets.UTF_8.name());
    }
}
