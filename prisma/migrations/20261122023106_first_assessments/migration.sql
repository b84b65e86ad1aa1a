-- CreateTable
CREATE TABLE "assessment_version" (
    "hash" CHAR(64) NOT NULL,
    "slug" VARCHAR(64) NOT NULL,
    "version" INTEGER NOT NULL,
    "definition" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assessment_version_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "response" (
    "id" UUID NOT NULL,
    "take_token_hash" CHAR(64) NOT NULL,
    "result_token_hash" CHAR(64) NOT NULL,
    "assessment_hash" CHAR(64) NOT NULL,
    "submitted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "response_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "answer" (
    "response_id" UUID NOT NULL,
    "item_id" VARCHAR(64) NOT NULL,
    "state" VARCHAR(16) NOT NULL,
    "value" JSONB,
    "confidence" VARCHAR(16),
    "comment" VARCHAR(1000),
    "evidence_link" VARCHAR(500),
    "evidence_expires" CHAR(10),
    "revision" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("response_id","item_id")
);

-- CreateTable
CREATE TABLE "result" (
    "response_id" UUID NOT NULL,
    "method" VARCHAR(16) NOT NULL,
    "score" JSONB NOT NULL,
    "band" JSONB,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "result_pkey" PRIMARY KEY ("response_id")
);

-- CreateTable
CREATE TABLE "plan" (
    "request_hash" CHAR(64) NOT NULL,
    "plan" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "plan_pkey" PRIMARY KEY ("request_hash")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "assessment_version_slug_version_idx" ON "assessment_version"("slug", "version");

-- CreateIndex
CREATE UNIQUE INDEX "response_take_token_hash_key" ON "response"("take_token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "response_result_token_hash_key" ON "response"("result_token_hash");

-- CreateIndex
CREATE INDEX "response_assessment_hash_idx" ON "response"("assessment_hash");

-- CreateIndex
CREATE INDEX "plan_created_at_idx" ON "plan"("created_at");

-- AddForeignKey
ALTER TABLE "response" ADD CONSTRAINT "response_assessment_hash_fkey" FOREIGN KEY ("assessment_hash") REFERENCES "assessment_version"("hash") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "answer" ADD CONSTRAINT "answer_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "result" ADD CONSTRAINT "result_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE CASCADE ON UPDATE CASCADE;
