package io.nqba.compute.sales.scoring;

import io.nqba.compute.optimisation.SweptProblem;
import io.nqba.model.error.ErrorCode;
import io.nqba.model.error.FieldProblem;
import io.nqba.model.error.NqbaException;
import io.nqba.model.grid.CacheNames;
import io.nqba.model.optimisation.BusinessUnit;
import io.nqba.model.optimisation.RunRequest;
import io.nqba.model.sales.LeadSchema;
import io.nqba.model.sales.LeadScoringRequest;
import java.util.List;
import org.apache.ignite.Ignite;

/** Sweeps over the leads of one schema. */
public final class LeadScoring implements SweptProblem {
    @Override
    public BusinessUnit unit() {
        return BusinessUnit.SIGMA;
    }

    @Override
    public String kind() {
        return LeadScoringRequest.KIND;
    }

    @Override
    public String colocatedWith() {
        return CacheNames.LEAD;
    }

    @Override
    public RowSource open(Ignite ignite, RunRequest request) {
        var scoring = (LeadScoringRequest) request;
        LeadSchema schema = schema(ignite, scoring.schemaId());
        return partition -> new PartitionLeads(ignite, scoring, schema, partition);
    }

    /** Returns a schema; refuses an id that nobody knows. */
    static LeadSchema schema(Ignite ignite, String schemaId) {
        LeadSchema schema =
                ignite.<String, LeadSchema>cache(CacheNames.LEAD_SCHEMA).get(schemaId);
        if (schema != null) {
            return schema;
        }
        String problem = "There is no schema of leads (%s).".formatted(schemaId);
        String remedy = "Load leads first: scripts/load.sh sales.";
        throw new NqbaException(
                ErrorCode.INVALID_PROBLEM,
                problem,
                remedy,
                List.of(new FieldProblem("schemaId", schemaId, problem, remedy)),
                null);
    }
}
