package org.dongvon.notice.sending;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.dongvon.notice.NoticeRefusal;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;

/**
 * The provider that an operator has set up in {@code DIR/messages.properties}, a file of mode 0600 since it holds passwords.
 * Without the file messages are written to {@code DIR/messages}, and the program speaks with nobody.
 *
 * <p>Example: {@code provider=http}, {@code http.url=https://sms.example/send}, {@code http.header.Authorization=Bearer …},
 * {@code http.content-type=application/json}, {@code http.body={"to":"{to}","text":"{text}","id":"{id}"}}, {@code
 * http.reference=messageId}.
 */
public final class Providers {

    /** The file of settings in the data folder. */
    static final String FILE = "messages.properties";

    private static final String HEADER = "http.header.";
    private static final int LAST_PORT = 65_535;

    private final Path file;
    private final Properties settings;

    private Providers(Path file, Properties settings) {
        this.file = file;
        this.settings = settings;
    }

    /**
     * The provider of a data folder.
     *
     * @throws Refused {@link NoticeRefusal#SETTINGS_OPEN_TO_OTHERS}, {@link NoticeRefusal#SETTING_MISSING}, {@link
     *     NoticeRefusal#SETTING_WRONG}
     */
    public static MessageProvider of(Path folder) {
        var file = folder.resolve(FILE);
        if (Files.notExists(file)) {
            return new FileProvider(folder.resolve("messages"));
        }
        return new Providers(file, read(file)).provider(folder);
    }

    private static Properties read(Path file) {
        var settings = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            var open = Files.getPosixFilePermissions(file);
            if (!Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE)
                    .containsAll(open)) {
                throw new Refused(NoticeRefusal.SETTINGS_OPEN_TO_OTHERS, file.toString());
            }
            settings.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return settings;
    }

    private MessageProvider provider(Path folder) {
        return switch (needed("provider")) {
            case FileProvider.NAME -> new FileProvider(folder.resolve("messages"));
            case HttpProvider.NAME -> new HttpProvider(http());
            case SmppProvider.NAME -> new SmppProvider(smpp());
            default -> throw wrong("provider");
        };
    }

    private HttpProvider.Setup http() {
        var address = address();
        var body = needed("http.body");
        if (!body.contains("{text}") || (!body.contains("{to}") && !body.contains("{to84}"))) {
            throw wrong("http.body");
        }
        Map<String, String> headers = new TreeMap<>();
        for (var name : settings.stringPropertyNames()) {
            if (name.startsWith(HEADER)) {
                headers.put(name.substring(HEADER.length()), needed(name));
            }
        }
        var type = settings.getProperty("http.content-type", "application/x-www-form-urlencoded");
        return new HttpProvider.Setup(address, headers, type, body, found("http.reference"));
    }

    /** One address, without a name or password in it, and without TLS on this machine alone. */
    private URI address() {
        URI address;
        try {
            address = URI.create(needed("http.url"));
        } catch (IllegalArgumentException e) {
            throw wrong("http.url");
        }
        var host = address.getHost();
        boolean safe = "https".equals(address.getScheme()) || ("http".equals(address.getScheme()) && isHere(host));
        if (host == null || !safe || address.getUserInfo() != null) {
            throw wrong("http.url");
        }
        return address;
    }

    private SmppProvider.Setup smpp() {
        var host = needed("smpp.host");
        var port = needed("smpp.port");
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > LAST_PORT) {
            throw wrong("smpp.port");
        }
        var tls = settings.getProperty("smpp.tls", "true");
        if (!tls.equals("true") && !tls.equals("false")) {
            throw wrong("smpp.tls");
        }
        var sender = needed("smpp.sender");
        if (!sender.matches("[A-Za-z0-9 .-]{1,11}")) {
            throw wrong("smpp.sender");
        }
        return new SmppProvider.Setup(
                host,
                Integer.parseInt(port),
                needed("smpp.system-id"),
                needed("smpp.password"),
                sender,
                tls.equals("true"));
    }

    private static boolean isHere(@Nullable String host) {
        try {
            return host != null
                    && (host.equals("localhost") || host.matches("[0-9.]+|\\[[0-9a-fA-F:]+]"))
                    && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private @Nullable String found(String name) {
        var value = settings.getProperty(name, "").strip();
        return value.isEmpty() ? null : value;
    }

    private String needed(String name) {
        var value = found(name);
        if (value == null) {
            throw new Refused(NoticeRefusal.SETTING_MISSING, file.toString(), name);
        }
        return value;
    }

    private Refused wrong(String name) {
        return new Refused(NoticeRefusal.SETTING_WRONG, file.toString(), name);
    }
}
