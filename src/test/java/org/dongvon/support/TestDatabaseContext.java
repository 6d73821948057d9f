package org.dongvon.support;

import java.util.List;
import javax.sql.DataSource;
import org.dongvon.shared.InstallationKey;
import org.dongvon.shared.KeyRing;
import org.dongvon.shared.SealKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.test.annotation.DirtiesContext.HierarchyMode;
import org.springframework.test.context.ContextConfigurationAttributes;
import org.springframework.test.context.ContextCustomizer;
import org.springframework.test.context.ContextCustomizerFactory;
import org.springframework.test.context.MergedContextConfiguration;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestContextAnnotationUtils;
import org.springframework.test.context.TestContextAnnotationUtils.AnnotationDescriptor;
import org.springframework.test.context.support.AbstractTestExecutionListener;

/** Brings a database into a test context, and throws both away after the test class. */
final class TestDatabaseContext {

    private TestDatabaseContext() {}

    private static @Nullable AnnotationDescriptor<PostgresDatabase> annotation(Class<?> testClass) {
        return TestContextAnnotationUtils.findAnnotationDescriptor(testClass, PostgresDatabase.class);
    }

    /** Adds the beans. The key makes contexts of different databases different for Spring's cache of contexts. */
    record Customizer(String key) implements ContextCustomizer {

        @Override
        public void customizeContext(ConfigurableApplicationContext context, MergedContextConfiguration configuration) {
            var beans = (GenericApplicationContext) context;
            ReadClasses.keepFor(beans);
            beans.registerBean("installationKey", InstallationKey.class, InstallationKey::random);
            beans.registerBean("keyRing", KeyRing.class, KeyRing::random);
            beans.registerBean("sealKeys", SealKeys.class, SealKeys::random);
            beans.registerBean("testDatabase", TestDatabase.class, TestDatabase::new);
            beans.registerBean(
                    "dataSource",
                    DataSource.class,
                    () -> beans.getBean(TestDatabase.class).dataSource(),
                    definition -> definition.setDestroyMethodName(null));
            beans.registerBean(
                    "ownerDb",
                    OwnerDb.class,
                    () -> beans.getBean(TestDatabase.class).owner());
            beans.registerBean(
                    "superuserDb",
                    SuperuserDb.class,
                    () -> beans.getBean(TestDatabase.class).superuser());
        }
    }

    /** Finds the annotation. */
    static final class Factory implements ContextCustomizerFactory {

        @Override
        public @Nullable ContextCustomizer createContextCustomizer(
                Class<?> testClass, List<ContextConfigurationAttributes> attributes) {
            var found = annotation(testClass);
            if (found == null) {
                return null;
            }
            var shared = found.getAnnotation().sharedAs();
            return new Customizer(
                    shared.isEmpty() ? found.getRootDeclaringClass().getName() : shared);
        }
    }

    /** Closes a context that no other class can use. */
    static final class Listener extends AbstractTestExecutionListener {

        @Override
        public void afterTestClass(TestContext test) {
            var found = annotation(test.getTestClass());
            if (found != null
                    && found.getAnnotation().sharedAs().isEmpty()
                    && found.getRootDeclaringClass().equals(test.getTestClass())
                    && test.hasApplicationContext()) {
                test.markApplicationContextDirty(HierarchyMode.EXHAUSTIVE);
            }
        }
    }
}
