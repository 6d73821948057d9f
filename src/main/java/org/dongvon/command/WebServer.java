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
import org.dongvon.identity.Accounts;
import org.dongvon.identity.DemoLogins;
import org.dongvon.shared.Refused;
import org.dongvon.simulation.Demonstration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages, served from an open data folder until the program is ended. */
final class WebServer {

    /** The port when none is named, unless it is taken. */
    static final int USUAL_PORT = 8080;

    /** Whether every page says that its people are invented. */
    private static final String INVENTED = "dongvon.demo";

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
    int serve(Database database, int port) {
        var invented = Demonstration.of(database.dataSource()) != Demonstration.State.NONE;
        database.guard();
        var context = things.open(() -> run(database, port, invented));
        console.say("command.serve.READY", address(context));
        if (invented) {
            sayLogins(context);
        }
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** Starts to serve, and says where. */
    URI start(Database database, int port) {
        return address(things.open(() -> run(database, port, false)));
    }

    private static URI address(ConfigurableApplicationContext context) {
        var web = ((WebServerApplicationContext) context).getWebServer();
        return URI.create("http://127.0.0.1:" + Objects.requireNonNull(web).getPort() + "/");
    }

    private void sayLogins(ConfigurableApplicationContext context) {
        console.say("command.demo.LOGINS", DemoLogins.PASSWORD);
        for (var holder : context.getBean(Accounts.class).holders()) {
            var account = holder.account();
            console.say("command.demo.LOGIN", account.login(), account.fullName(), holder.role(), holder.place());
        }
    }

    private static ConfigurableApplicationContext run(Database database, int port, boolean invented) {
        var application = new SpringApplication(Application.class);
        application.setRegisterShutdownHook(false);
        application.setLogStartupInfo(false);
        application.setDefaultProperties(Map.of(INVENTED, invented));
        ApplicationContextInitializer<ConfigurableApplicationContext> folder =
                context -> CommandContext.register(context.getBeanFactory(), database);
        application.addInitializers(folder);
        var where = "--server.port=" + port;
        var openId = "--spring.config.import=optional:"
                + database.folder().resolve("openid.properties").toUri();
        // Invented people are for this machine alone, whatever the environment says.
        return invented ? application.run(where, openId, "--server.address=127.0.0.1") : application.run(where, openId);
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
