package io.nqba.node.lifecycle;

import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.NqbaException;
import io.nqba.node.settings.NodeSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.ignite.configuration.IgniteConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeansException;
import org.springframework.beans.factory.xml.XmlBeanDefinitionReader;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;

/** Reads {@code node.xml} with the settings filled in. */
public final class NodeConfiguration {
    /** Names a file to use in place of the packaged {@code config/ignite/node.xml}. */
    public static final String FILE_VARIABLE = "NQBA_NODE_XML";

    private static final String PACKAGED = "config/ignite/node.xml";

    private NodeConfiguration() {}

    /**
     * Returns the Spring context of the node. It holds one {@link IgniteConfiguration}.
     *
     * @param file the file to read; null for the packaged one
     */
    public static GenericApplicationContext load(NodeSettings settings, @Nullable Path file) {
        GenericApplicationContext context = new GenericApplicationContext();
        context.setClassLoader(NodeConfiguration.class.getClassLoader());
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource("node settings", settings.byVariable()));
        try {
            new XmlBeanDefinitionReader(context).loadBeanDefinitions(resource(file));
            context.refresh();
            return context;
        } catch (BeansException e) {
            context.close();
            throw new NqbaException(
                    ErrorCode.INVALID_SETTING,
                    "The node configuration (%s) cannot be read: %s"
                            .formatted(
                                    file == null ? PACKAGED : file,
                                    e.getMostSpecificCause().getMessage()),
                    "Correct that file, or unset %s to use the packaged one.".formatted(FILE_VARIABLE),
                    List.of(),
                    e);
        }
    }

    private static Resource resource(@Nullable Path file) {
        if (file == null) {
            return new ClassPathResource(PACKAGED, NodeConfiguration.class.getClassLoader());
        }
        if (!Files.isReadable(file)) {
            throw new NqbaException(
                    ErrorCode.INVALID_SETTING,
                    "The %s (%s) is no file this user can read.".formatted(FILE_VARIABLE, file),
                    "Set it to a readable Spring XML file, or unset it to use the packaged one.");
        }
        return new FileSystemResource(file);
    }
}
