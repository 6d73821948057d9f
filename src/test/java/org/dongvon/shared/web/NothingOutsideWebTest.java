package org.dongvon.shared.web;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.targetOwner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.dongvon.support.Lookups;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PeopleVillage;
import org.dongvon.support.ServerTest;
import org.dongvon.support.Site;
import org.dongvon.support.Visitor;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The running product speaks with nobody but its visitors and its database, both on this machine. */
@ServerTest
class NothingOutsideWebTest {

    /** Types by which Java reaches another machine. */
    private static final Set<String> WAYS_OUT = Set.of(
            "java.net.Socket",
            "java.net.URLConnection",
            "java.net.HttpURLConnection",
            "java.net.DatagramSocket",
            "java.net.http.HttpClient",
            "java.nio.channels.SocketChannel",
            "java.nio.channels.AsynchronousSocketChannel",
            "java.nio.channels.DatagramChannel",
            "javax.net.SocketFactory",
            "org.jsmpp.session.SMPPSession",
            "org.springframework.web.client.RestTemplate",
            "org.springframework.web.client.RestOperations",
            "org.springframework.web.client.RestClient",
            "org.springframework.security.oauth2.client.registration.ClientRegistrations");

    /** Who may use one, and whom it reaches. */
    private static final List<String> ALLOWED = List.of(
            // The outside provider of log-ins, where an operator has set one up.
            "org.dongvon.identity.openid.OpenIdDoor",
            "org.dongvon.identity.openid.ProviderCalls",
            // The provider of messages to members, where an operator has set one up; by the command messages send
            // alone.
            "org.dongvon.notice.sending.HttpProvider",
            "org.dongvon.notice.sending.SmppProvider",
            // The program itself on loopback, while it is built.
            "org.dongvon.command.Train");

    private static final Pattern REMOTE =
            Pattern.compile("^\\s*\\d+: [0-9A-F]+:[0-9A-F]+ ([0-9A-F]+):[0-9A-F]+ (\\w\\w) .*");
    private static final Pattern INODE = Pattern.compile("(?:\\S+\\s+){9}(\\d+).*");
    /** Shorter than any connection to another machine lasts, even one that is refused at once. */
    private static final long PAUSE = 2_000_000;

    private static final Pattern THIS_MACHINE = Pattern.compile("......7F|0+|0{24}01000000|0{16}FFFF0000......7F");

    private final Site site;
    private final OwnerDb owner;
    private final RequestMappingHandlerMapping mappings;
    private final PeopleVillage home;

    NothingOutsideWebTest(Site site, OwnerDb owner, RequestMappingHandlerMapping mappings, ApplicationContext beans) {
        this.site = site;
        this.owner = owner;
        this.mappings = mappings;
        this.home = PeopleVillage.of(beans, "OUTS");
    }

    @Test
    void noPageOpensAConnectionToAnotherMachine() throws Exception {
        var strangers = new ConcurrentSkipListSet<String>();
        var going = new AtomicBoolean(true);
        var watcher = Thread.ofPlatform().start(() -> {
            while (going.get()) {
                strangers.addAll(strangers());
                LockSupport.parkNanos(PAUSE);
            }
        });
        var logins = List.of("", "outs.director", "administrator");
        var visitors = logins.stream()
                .map(login -> login.isEmpty() ? new Visitor(site) : new Visitor(site).as(login))
                .toList();
        var before = Lookups.names();
        int answered = 0;
        for (var mapping : mappings.getHandlerMethods().keySet()) {
            for (var path : mapping.getPatternValues()) {
                var address = path.replace("{code}", home.loan(1)).replaceAll("\\{[^/]+}", "7");
                for (int i = 0; i < visitors.size(); i++) {
                    if (i == 0 || Site.opens(address, Site.role(logins.get(i)))) {
                        answered += visitors.get(i).get(address).statusCode() == 200 ? 1 : 0;
                    }
                }
            }
        }
        going.set(false);
        watcher.join();

        assertThat(answered).isGreaterThan(50);
        assertThat(strangers).isEmpty();
        assertThat(Lookups.names()).as("names that were looked up").isSubsetOf(with(before, "localhost"));
        assertThat(owner.sql("show listen_addresses").query(String.class).single())
                .isEqualTo("127.0.0.1");
    }

    @Test
    void aNameThatIsLookedUpIsSeen() {
        assertThatThrownBy(() -> InetAddress.getAllByName("outside.invalid")).isInstanceOf(UnknownHostException.class);

        assertThat(Lookups.names()).contains("outside.invalid");
    }

    @Test
    void theWatcherSeesAConnection() throws IOException {
        try (var server = new ServerSocket(0);
                var socket = new Socket(InetAddress.getLoopbackAddress(), server.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(ownRemotes()).anyMatch(remote -> remote.endsWith("0100007F"));
            assertThat("080808C0").doesNotMatch(THIS_MACHINE);
            assertThat("0100007F").matches(THIS_MACHINE);
        }
    }

    @Test
    void theWatcherCatchesAWayOut() throws IOException {
        // Nothing is sent: a datagram socket notes its far end, here an address kept for documentation (RFC 5737).
        var outside = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, 1});
        try (var way = new DatagramSocket()) {
            way.connect(outside, 9);

            assertThat(strangers()).singleElement(STRING).endsWith("010200C0");
        }
    }

    @Test
    void noClassHasAWayOutButThoseNamed() {
        var product = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.dongvon");

        noClasses()
                .that(describe(
                        "are not named", (JavaClass type) -> ALLOWED.stream().noneMatch(type.getName()::startsWith)))
                .should()
                .accessTargetWhere(
                        targetOwner(describe("a way out", (JavaClass type) -> WAYS_OUT.contains(type.getName()))))
                .check(product);
        noClasses()
                .should()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .check(product);
    }

    private static Set<String> with(Set<String> names, String another) {
        var all = new HashSet<>(names);
        all.add(another);
        return all;
    }

    private static Set<String> strangers() {
        var found = new TreeSet<String>();
        for (var remote : ownRemotes()) {
            if (!THIS_MACHINE.matcher(remote).matches()) {
                found.add(remote);
            }
        }
        return found;
    }

    /** The far ends, as the system writes them, of all connections of this process. */
    private static Set<String> ownRemotes() {
        try {
            var own = new HashSet<String>();
            try (var files = Files.list(Path.of("/proc/self/fd"))) {
                files.map(NothingOutsideWebTest::target)
                        .filter(target -> target.startsWith("socket:["))
                        .map(target -> target.substring("socket:[".length(), target.length() - 1))
                        .forEach(own::add);
            }
            var remotes = new HashSet<String>();
            for (var table : List.of("tcp", "tcp6", "udp", "udp6")) {
                for (var line : Files.readAllLines(Path.of("/proc/self/net", table))) {
                    var remote = REMOTE.matcher(line);
                    var inode = INODE.matcher(line.strip());
                    if (remote.matches() && inode.matches() && own.contains(inode.group(1))) {
                        remotes.add(remote.group(1));
                    }
                }
            }
            return remotes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String target(Path file) {
        try {
            return Files.readSymbolicLink(file).toString();
        } catch (IOException closedMeanwhile) {
            return "";
        }
    }
}
