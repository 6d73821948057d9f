package org.dongvon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.session.Sessions;
import org.dongvon.shared.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

/** Both languages say everything that is asked of them, and nothing that nobody asks. */
class MessagesTest {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Path CODE = Path.of("src/main/java");

    /** A key written out in a template: {@code #{nav.home}}, {@code #{home.greeting(...)}}. */
    private static final Pattern IN_TEMPLATE = Pattern.compile("#\\{([A-Za-z][A-Za-z0-9.-]*)[(}]");

    /** The beginning of a key that is completed while running: {@code #{|role.${…}|}}, {@code "fault." + name()}. */
    private static final Pattern BEGINNING =
            Pattern.compile("[|\"']([a-z][A-Za-z0-9-]*\\.(?:[A-Za-z0-9-]+\\.)*)(?:\\$|[\"'])");

    private static final Pattern QUOTED = Pattern.compile("[\"']([a-z][A-Za-z0-9-]*(?:\\.[A-Za-z0-9_-]+)+)[\"']");

    private static final Pattern SUBMISSION = Pattern.compile("new Submission\\([^\"]*?,\\s*\"([^\"]+)\"");

    private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

    @Test
    void haveTheSameKeysInBothLanguages() {
        for (var module : modules()) {
            assertThat(read(module + "_en").keySet())
                    .as(module)
                    .isEqualTo(read(module + "_vi").keySet());
        }
    }

    @Test
    void haveNoKeyTwice() throws IOException {
        var seen = new TreeMap<String, List<String>>();
        for (var file : files(MESSAGES, ".properties")) {
            var language = file.toString().endsWith("_vi.properties") ? "vi" : "en";
            for (var line : Files.readAllLines(file)) {
                if (line.contains("=") && !line.startsWith("#")) {
                    seen.computeIfAbsent(
                                    language + " " + line.substring(0, line.indexOf('=')), key -> new ArrayList<>())
                            .add(file.getFileName().toString());
                }
            }
        }
        seen.values().removeIf(places -> places.size() == 1);

        assertThat(seen).isEmpty();
    }

    @Test
    void answerEveryKeyOfATemplate() {
        var missing = new TreeSet<String>();
        for (var file : files(TEMPLATES, ".html")) {
            IN_TEMPLATE
                    .matcher(text(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(missing::add);
        }
        missing.removeAll(all("vi").keySet());

        assertThat(missing).isEmpty();
    }

    @Test
    void sayEveryRefusal() {
        var keys = all("vi").keySet();
        assertThat(refusals().map(Refusal::messageKey).filter(Predicate.not(keys::contains)))
                .isEmpty();
    }

    @Test
    void sayEveryKindOfSubmission() {
        var keys = new TreeSet<String>();
        for (var file : files(CODE, ".java")) {
            SUBMISSION.matcher(text(file)).results().forEach(found -> keys.add("submission." + found.group(1)));
        }
        assertThat(keys).hasSizeGreaterThan(10);
        keys.removeAll(all("vi").keySet());

        assertThat(keys).isEmpty();
    }

    /** A page of a session names each of its vouchers, and its history tells of it. */
    @Test
    void sayEveryKindOfVoucherOfASession() {
        assertThat(all("vi").keySet())
                .containsAll(Arrays.stream(Sessions.Kind.values())
                        .flatMap(kind -> Stream.of(
                                "timeline.session." + kind,
                                "session.kind." + kind.name().toLowerCase(Locale.ROOT)))
                        .toList());
    }

    @Test
    void areAllUsed() {
        var used = new TreeSet<String>();
        var beginnings = new TreeSet<String>();
        for (var file : Stream.concat(files(TEMPLATES, ".html").stream(), files(CODE, ".java").stream())
                .toList()) {
            var text = text(file);
            IN_TEMPLATE.matcher(text).results().forEach(found -> used.add(found.group(1)));
            QUOTED.matcher(text).results().forEach(found -> used.add(found.group(1)));
            BEGINNING.matcher(text).results().forEach(found -> beginnings.add(found.group(1)));
        }
        beginnings.remove("refusal.");
        refusals().map(Refusal::messageKey).forEach(used::add);
        // Messages writes the name of a constant as <type>.<CONSTANT>, and each DailyStep brings its title.
        beginnings.add("role.");
        beginnings.add("narrowedTo.");
        beginnings.add("closing.step.");

        var unused = new TreeSet<>(all("vi").keySet());
        unused.removeAll(used);
        unused.removeIf(key -> beginnings.stream().anyMatch(key::startsWith));
        unused.removeIf(MessagesTest::isOfPicocli);
        assertThat(unused).isEmpty();
    }

    @Test
    void fillTheSamePlacesInBothLanguages() {
        var english = all("en");
        all("vi").forEach((key, text) -> {
            var translated = english.getOrDefault(key, "");
            assertThat(places(translated)).as(key).isEqualTo(places(text));
            assertThat(translated.isBlank()).as("%s is empty", key).isEqualTo(text.isBlank());
        });
    }

    @Test
    void areWellFormed() {
        for (var language : new String[] {"vi", "en"}) {
            var texts = all(language);
            texts.keySet().removeIf(MessagesTest::isOfPicocli);
            texts.forEach((key, text) -> {
                assertThat(text).as("%s %s", language, key).doesNotContain("'");
                assertThat(Normalizer.isNormalized(text, Normalizer.Form.NFC))
                        .as(key)
                        .isTrue();
                assertThat(new MessageFormat(text)).as(key).isNotNull();
            });
        }
    }

    /** The help of the commands has keys and places of picocli's own. */
    private static boolean isOfPicocli(String key) {
        return read("command_vi").containsKey(key) && !key.startsWith("command.") && !key.startsWith("refusal.");
    }

    private static Stream<Refusal> refusals() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(
                    org.springframework.beans.factory.annotation.AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scanner.addIncludeFilter(new AssignableTypeFilter(Refusal.class));
        return scanner.findCandidateComponents("org.dongvon").stream()
                .map(definition -> load(String.valueOf(definition.getBeanClassName())))
                .filter(type -> type.isEnum() && !Modifier.isAbstract(type.getModifiers()))
                .flatMap(type -> Stream.of(type.getEnumConstants()))
                .map(Refusal.class::cast);
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> modules() {
        return files(MESSAGES, ".properties").stream()
                .map(file -> file.getFileName().toString().replaceFirst("_(vi|en)\\.properties$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> all(String language) {
        var all = new TreeMap<String, String>();
        modules().forEach(module -> all.putAll(read(module + "_" + language)));
        return all;
    }

    private static Map<String, String> read(String name) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"), StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }

    private static List<Path> files(Path folder, String ending) {
        try (var walk = Files.walk(folder)) {
            return walk.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
