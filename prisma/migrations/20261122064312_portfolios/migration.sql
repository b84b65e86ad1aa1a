-- AlterTable
ALTER TABLE "answer" ADD COLUMN     "carried_from" VARCHAR(64),
ADD COLUMN     "carried_on" TIMESTAMPTZ(3);

-- CreateTable
CREATE TABLE "portfolio" (
    "id" UUID NOT NULL,
    "token_hash" CHAR(64) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "portfolio_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portfolio_member" (
    "portfolio_id" UUID NOT NULL,
    "response_id" UUID NOT NULL,
    "token_kind" VARCHAR(8) NOT NULL,
    "sealed_token" VARCHAR(200) NOT NULL,
    "sealed_portfolio" VARCHAR(200),
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "portfolio_member_pkey" PRIMARY KEY ("portfolio_id","response_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "portfolio_token_hash_key" ON "portfolio"("token_hash");

-- CreateIndex
CREATE INDEX "portfolio_member_response_id_idx" ON "portfolio_member"("response_id");

-- AddForeignKey
ALTER TABLE "portfolio_member" ADD CONSTRAINT "portfolio_member_portfolio_id_fkey" FOREIGN KEY ("portfolio_id") REFERENCES "portfolio"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portfolio_member" ADD CONSTRAINT "portfolio_member_response_id_fkey" FOREIGN KEY ("response_id") REFERENCES "response"("id") ON DELETE CASCADE ON UPDATE CASCADE;
