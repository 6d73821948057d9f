package org.dongvon.support;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.type.classreading.MetadataReader;

/**
 * What Spring has read of the class files in its search for beans, kept from one context of a run to the next: the classes
 * stay the same, and reading them takes more than half of the time in which a context comes up.
 */
record ReadClasses(GenericApplicationContext context) implements BeanFactoryPostProcessor {

    private static final Map<Resource, MetadataReader> READ = new ConcurrentHashMap<>();

    static void keepFor(GenericApplicationContext context) {
        context.getResourceCache(MetadataReader.class).putAll(READ);
        context.addBeanFactoryPostProcessor(new ReadClasses(context));
    }

    /** Runs when all definitions of beans are found, and before the context forgets what it read. */
    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        READ.putAll(context.getResourceCache(MetadataReader.class));
    }
}
