package io.nqba.node.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.nqba.model.grid.TaskNames;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.stream.Stream;
import org.apache.ignite.compute.ComputeTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TaskNamesTest {
    static Stream<Field> names() {
        return Arrays.stream(TaskNames.class.getFields());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyNameIsATask(Field name) throws ReflectiveOperationException {
        Class<?> task = Class.forName((String) name.get(null));

        assertThat(ComputeTask.class).isAssignableFrom(task);
        assertThat(task.getDeclaredConstructor()).isNotNull();
    }
}
