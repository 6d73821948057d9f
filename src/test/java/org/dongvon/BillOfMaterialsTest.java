package org.dongvon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The program says what it consists of: each library that it runs with, and none that only its tests need. */
class BillOfMaterialsTest {

    private static final Path BILL = Path.of("target/classes/META-INF/sbom/application.cdx.json");

    private static final Pattern DEPENDENCY = Pattern.compile("(?s)<dependency>(.*?)</dependency>");

    private final JsonNode bill;

    BillOfMaterialsTest() throws IOException {
        bill = JsonMapper.shared().readTree(Files.readString(BILL));
    }

    @Test
    void namesEachPartWithItsVersionAddressLicenceAndHash() {
        assertThat(bill.at("/bomFormat").asString()).isEqualTo("CycloneDX");
        assertThat(bill.at("/specVersion").asString()).isEqualTo("1.6");
        assertThat(bill.at("/metadata/component/name").asString()).isEqualTo("dongvon");
        assertThat(components()).hasSizeGreaterThan(80).allSatisfy(part -> {
            assertThat(part.at("/purl").asString())
                    .startsWith("pkg:maven/")
                    .contains(part.at("/version").asString());
            assertThat(part.at("/hashes").size()).isPositive();
        });
    }

    @Test
    void listsEachLibraryThatTheProgramRunsWith() throws IOException {
        var names = components().stream()
                .map(part ->
                        part.at("/group").asString() + ":" + part.at("/name").asString())
                .collect(Collectors.toSet());
        var pom = Files.readString(Path.of("pom.xml"))
                .replaceAll("(?s)<dependencyManagement>.*?</dependencyManagement>", "");
        var build = pom.indexOf("<build>");
        var declared = DEPENDENCY
                .matcher(pom.substring(0, build))
                .results()
                .map(found -> found.group(1))
                .filter(text -> !text.contains("<scope>test</scope>") && !text.contains("<scope>provided</scope>"))
                .map(text ->
                        text.replaceAll("(?s).*<groupId>(.*?)</groupId>\\s*<artifactId>(.*?)</artifactId>.*", "$1:$2"))
                .toList();

        assertThat(declared).hasSizeGreaterThan(15);
        assertThat(names)
                .containsAll(declared)
                .contains(
                        "org.apache.tomcat.embed:tomcat-embed-core",
                        "com.zaxxer:HikariCP",
                        "org.thymeleaf:thymeleaf",
                        "org.springframework.security:spring-security-web")
                .noneMatch(name ->
                        name.startsWith("org.junit") || name.contains("playwright") || name.contains("mockito"));
    }

    @Test
    void namesTheVersionsThatAreReallyThere() {
        var files = Arrays.stream(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                        .split(File.pathSeparator))
                .map(path -> Path.of(path).getFileName().toString())
                .collect(Collectors.toSet());

        assertThat(components())
                .filteredOn(part -> part.at("/type").asString().equals("library")
                        && !part.at("/purl").asString().endsWith("type=pom"))
                .map(part ->
                        part.at("/name").asString() + "-" + part.at("/version").asString())
                .allSatisfy(name -> assertThat(files).anyMatch(file -> file.startsWith(name) && file.endsWith(".jar")));
    }

    private List<JsonNode> components() {
        return StreamSupport.stream(bill.at("/components").spliterator(), false).toList();
    }
}
