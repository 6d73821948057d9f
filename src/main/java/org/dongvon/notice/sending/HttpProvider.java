package org.dongvon.notice.sending;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dongvon.household.PhoneNumber;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends each message by one POST to the one address that the operator wrote down. Redirects are not followed, and nothing of a
 * message becomes a part of the address.
 */
final class HttpProvider implements MessageProvider {

    static final String NAME = "http";

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern PLACE = Pattern.compile("\\{(to|to84|text|id)}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9_.:-]{1,64}");

    private static final int TOO_MANY = 429;
    private static final int NOT_NOW = 503;
    private static final int OK = 200;
    private static final int NOT_OK = 300;
    private static final int SERVER = 500;

    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(PATIENCE)
            .build();
    private final Setup setup;

    HttpProvider(Setup setup) {
        this.setup = setup;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int batch() {
        return 1;
    }

    @Override
    public List<Outcome> send(List<Outgoing> messages) {
        return messages.stream().map(this::send).toList();
    }

    private Outcome send(Outgoing message) {
        var request = HttpRequest.newBuilder(setup.address())
                .timeout(PATIENCE)
                .header("Content-Type", setup.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(body(message), StandardCharsets.UTF_8));
        setup.headers().forEach(request::header);
        try {
            return outcome(client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (ConnectException | HttpConnectTimeoutException e) {
            return new Outcome.Failed("NOT_REACHED");
        } catch (IOException e) {
            return new Outcome.Unsure("NO_ANSWER");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unsure("NO_ANSWER");
        }
    }

    private Outcome outcome(HttpResponse<String> answer) {
        int status = answer.statusCode();
        var note = "HTTP_" + status;
        if (status >= OK && status < NOT_OK) {
            return new Outcome.Sent(reference(answer.body()));
        }
        if (status == TOO_MANY || status == NOT_NOW) {
            return new Outcome.Failed(note);
        }
        // A server that broke may have passed the message on before it did.
        return status >= SERVER ? new Outcome.Unsure(note) : new Outcome.Rejected(note);
    }

    private String reference(String body) {
        if (setup.reference() == null) {
            return "";
        }
        try {
            var found = JSON.readTree(body).path(setup.reference()).asString("");
            return REFERENCE.matcher(found).matches() ? found : "";
        } catch (JacksonException e) {
            return "";
        }
    }

    private String body(Outgoing message) {
        var to = message.to().digits();
        return PLACE.matcher(setup.body())
                .replaceAll(found -> Matcher.quoteReplacement(escaped(
                        switch (found.group(1)) {
                            case "to" -> to;
                            case "to84" -> PhoneNumber.international(to);
                            case "text" -> message.text();
                            default -> Long.toString(message.id());
                        })));
    }

    private String escaped(String text) {
        if (setup.contentType().startsWith("application/json")) {
            var quoted = JSON.writeValueAsString(text);
            return quoted.substring(1, quoted.length() - 1);
        }
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }

    /**
     * How to reach the provider.
     *
     * @param body with the places {to}, {to84}, {text} and {id}
     * @param reference the field of a JSON answer that holds the provider's own number
     */
    record Setup(
            URI address,
            Map<String, String> headers,
            String contentType,
            String body,
            @Nullable String reference) {}
}
