package io.nqba.console.sales.imports;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How large files may be that come in.
 *
 * @param maxUpload largest file of leads or deals
 */
@ConfigurationProperties("nqba.imports")
public record ImportProperties(@DefaultValue("256MB") DataSize maxUpload) {}
