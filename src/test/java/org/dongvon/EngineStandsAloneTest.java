package org.dongvon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine can be taken out and used elsewhere: it compiles with nothing but the JDK. */
class EngineStandsAloneTest {

    private static final Path ENGINE = Path.of("src/main/java/org/dongvon/engine");

    @Test
    void compilesWithAnEmptyClassPath(@TempDir Path out) throws IOException {
        assertThat(errors(sources(), out)).isEmpty();
    }

    @Test
    void seesWhatDoesNotStandAlone(@TempDir Path out) throws IOException {
        var leaning =
                Files.writeString(out.resolve("Leaning.java"), "class Leaning { org.dongvon.shared.Actor actor; }");
        var sources = sources();
        sources.add(leaning);

        assertThat(errors(sources, out)).contains("org.dongvon.shared");
    }

    /** All of them but the package-infos, whose annotations are for the checkers only. */
    private static List<Path> sources() throws IOException {
        try (var files = Files.walk(ENGINE)) {
            var found = files.filter(each -> each.toString().endsWith(".java"))
                    .filter(each -> !each.endsWith("package-info.java"))
                    .toList();
            assertThat(found).hasSizeGreaterThan(20);
            return new ArrayList<>(found);
        }
    }

    private static String errors(List<Path> sources, Path out) throws IOException {
        var compiler = ToolProvider.getSystemJavaCompiler();
        var messages = new StringWriter();
        var options = List.of("-proc:none", "-cp", "", "-d", out.toString());
        try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            var units = files.getJavaFileObjectsFromPaths(sources);
            boolean compiled = compiler.getTask(messages, files, null, options, null, units)
                    .call();
            return compiled ? "" : messages.toString();
        }
    }
}
