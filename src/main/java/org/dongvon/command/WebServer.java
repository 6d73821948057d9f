package org.dongvon.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.dongvon.Application;
import org.dongvon.database.Database;
import org.dongvon.shared.Refused;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages, served from an open data folder until the program is ended. */
final class WebServer {

    /** The port when none is named, unless it is taken. */
    static final int USUAL_PORT = 8080;

    private final Console console;
    private final OpenThings things;

    WebServer(Console console, OpenThings things) {
        this.console = console;
        this.things = things;
    }

    /** A free port: the one named, or the usual one, or any. */
    static int port(int named) {
        if (named != 0) {
            if (!isFree(named)) {
                throw new Refused(CommandRefusal.PORT_TAKEN, Integer.toString(named));
            }
            return named;
        }
        return isFree(USUAL_PORT) ? USUAL_PORT : 0;
    }

    /** Serves, and does not come back. */
    int serve(Database database, int port, Map<String, Object> settings) {
        database.guard();
        console.say("command.serve.READY", start(database, port, settings));
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** Starts to serve, and says where. */
    URI start(Database database, int port, Map<String, Object> settings) {
        var context = (WebServerApplicationContext) things.open(() -> run(database, port, settings));
        var bound = Objects.requireNonNull(context.getWebServer()).getPort();
        return URI.create("http://127.0.0.1:" + bound + "/");
    }

    private static ConfigurableApplicationContext run(Database database, int port, Map<String, Object> settings) {
        var application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(settings);
        ApplicationContextInitializer<ConfigurableApplicationContext> folder =
                context -> CommandContext.register(context.getBeanFactory(), database);
        application.addInitializers(folder);
        return application.run("--server.port=" + port);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
