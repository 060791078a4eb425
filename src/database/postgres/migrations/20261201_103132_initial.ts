import type { MigrateDownArgs, MigrateUpArgs } from '@payloadcms/db-postgres'
import { drizzle } from '../modules'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  const { sql } = await drizzle()
  await db.execute(sql`
   CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'schedulePublish');
  CREATE TYPE "public"."enum_payload_jobs_log_state" AS ENUM('failed', 'succeeded');
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'schedulePublish');
  CREATE TABLE "articles_corrections" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"kind" varchar DEFAULT 'correction',
  	"corrected_at" timestamp(3) with time zone,
  	"text" varchar
  );
  
  CREATE TABLE "articles_bylines" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"author_id" uuid,
  	"role" varchar DEFAULT 'reporter'
  );
  
  CREATE TABLE "articles" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"headline" varchar,
  	"standfirst" varchar,
  	"body" jsonb,
  	"hero_image_id" uuid,
  	"dateline_place" varchar,
  	"dateline_date" timestamp(3) with time zone,
  	"dateline_text" varchar,
  	"meta_title" varchar,
  	"meta_description" varchar,
  	"meta_image_id" uuid,
  	"source_kind" varchar DEFAULT 'staff',
  	"source_provider" varchar,
  	"source_guid" varchar,
  	"source_text" varchar,
  	"source_checksum" varchar,
  	"source_encoding" varchar,
  	"source_working_headline" varchar,
  	"source_identity" varchar,
  	"source_version" varchar,
  	"source_version_at" timestamp(3) with time zone,
  	"source_sent_by" varchar,
  	"source_copy_hash" varchar,
  	"source_imported_at" timestamp(3) with time zone,
  	"stage" varchar DEFAULT 'draft',
  	"word_count" numeric,
  	"reading_time" numeric,
  	"section_id" uuid,
  	"note" varchar,
  	"published_at" timestamp(3) with time zone,
  	"embargo_until" timestamp(3) with time zone,
  	"slug" varchar,
  	"pub_status" varchar DEFAULT 'usable',
  	"notice" varchar,
  	"modified_at" timestamp(3) with time zone,
  	"first_published_at" timestamp(3) with time zone,
  	"language" varchar DEFAULT 'en',
  	"created_by_id" uuid,
  	"import_hash" varchar,
  	"search" jsonb,
  	"revision" numeric,
  	"saves" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone,
  	"_status" varchar DEFAULT 'draft'
  );
  
  CREATE TABLE "articles_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"articles_id" uuid,
  	"tags_id" uuid
  );
  
  CREATE TABLE "_articles_v_version_corrections" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"kind" varchar DEFAULT 'correction',
  	"corrected_at" timestamp(3) with time zone,
  	"text" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_articles_v_version_bylines" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"author_id" uuid,
  	"role" varchar DEFAULT 'reporter',
  	"_uuid" varchar
  );
  
  CREATE TABLE "_articles_v" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"parent_id" uuid,
  	"version_headline" varchar,
  	"version_standfirst" varchar,
  	"version_body" jsonb,
  	"version_hero_image_id" uuid,
  	"version_dateline_place" varchar,
  	"version_dateline_date" timestamp(3) with time zone,
  	"version_dateline_text" varchar,
  	"version_meta_title" varchar,
  	"version_meta_description" varchar,
  	"version_meta_image_id" uuid,
  	"version_source_kind" varchar DEFAULT 'staff',
  	"version_source_provider" varchar,
  	"version_source_guid" varchar,
  	"version_source_text" varchar,
  	"version_source_checksum" varchar,
  	"version_source_encoding" varchar,
  	"version_source_working_headline" varchar,
  	"version_source_identity" varchar,
  	"version_source_version" varchar,
  	"version_source_version_at" timestamp(3) with time zone,
  	"version_source_sent_by" varchar,
  	"version_source_copy_hash" varchar,
  	"version_source_imported_at" timestamp(3) with time zone,
  	"version_stage" varchar DEFAULT 'draft',
  	"version_word_count" numeric,
  	"version_reading_time" numeric,
  	"version_section_id" uuid,
  	"version_note" varchar,
  	"version_published_at" timestamp(3) with time zone,
  	"version_embargo_until" timestamp(3) with time zone,
  	"version_slug" varchar,
  	"version_pub_status" varchar DEFAULT 'usable',
  	"version_notice" varchar,
  	"version_modified_at" timestamp(3) with time zone,
  	"version_first_published_at" timestamp(3) with time zone,
  	"version_language" varchar DEFAULT 'en',
  	"version_created_by_id" uuid,
  	"version_import_hash" varchar,
  	"version_search" jsonb,
  	"version_revision" numeric,
  	"version_saves" jsonb,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"version__status" varchar DEFAULT 'draft',
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"latest" boolean,
  	"autosave" boolean
  );
  
  CREATE TABLE "_articles_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"articles_id" uuid,
  	"tags_id" uuid
  );
  
  CREATE TABLE "media" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"alt" varchar NOT NULL,
  	"caption" varchar,
  	"credit" varchar NOT NULL,
  	"rights" varchar,
  	"created_by_id" uuid,
  	"_objectkey" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"url" varchar,
  	"thumbnail_u_r_l" varchar,
  	"filename" varchar,
  	"mime_type" varchar,
  	"filesize" numeric,
  	"width" numeric,
  	"height" numeric,
  	"focal_x" numeric,
  	"focal_y" numeric,
  	"sizes_thumbnail_url" varchar,
  	"sizes_thumbnail_width" numeric,
  	"sizes_thumbnail_height" numeric,
  	"sizes_thumbnail_mime_type" varchar,
  	"sizes_thumbnail_filesize" numeric,
  	"sizes_thumbnail_filename" varchar,
  	"sizes_card_url" varchar,
  	"sizes_card_width" numeric,
  	"sizes_card_height" numeric,
  	"sizes_card_mime_type" varchar,
  	"sizes_card_filesize" numeric,
  	"sizes_card_filename" varchar,
  	"sizes_wide_url" varchar,
  	"sizes_wide_width" numeric,
  	"sizes_wide_height" numeric,
  	"sizes_wide_mime_type" varchar,
  	"sizes_wide_filesize" numeric,
  	"sizes_wide_filename" varchar
  );
  
  CREATE TABLE "authors" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"bio" varchar,
  	"slug" varchar NOT NULL,
  	"role" varchar DEFAULT 'journalist' NOT NULL,
  	"job_title" varchar,
  	"photo_id" uuid,
  	"email" varchar,
  	"user_id" uuid,
  	"import_hash" varchar,
  	"search" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "authors_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "sections" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"description" varchar,
  	"slug" varchar NOT NULL,
  	"parent_id" uuid,
  	"media_topic" varchar,
  	"order" numeric DEFAULT 100,
  	"import_hash" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "sections_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "tags" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"kind" varchar DEFAULT 'subject' NOT NULL,
  	"media_topic" varchar,
  	"import_hash" varchar,
  	"search" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "tags_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "users_roles" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" varchar,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"author_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "api_clients_scopes" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" varchar,
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL
  );
  
  CREATE TABLE "api_clients" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar NOT NULL,
  	"key_hash" varchar,
  	"expires_at" timestamp(3) with time zone,
  	"disabled" boolean DEFAULT false,
  	"last_used_at" timestamp(3) with time zone,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "article_events" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"article_id" uuid,
  	"kind" varchar NOT NULL,
  	"from" varchar,
  	"to" varchar,
  	"note" varchar,
  	"who" varchar NOT NULL,
  	"by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "share_links" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"article_id" uuid NOT NULL,
  	"expires_at" timestamp(3) with time zone NOT NULL,
  	"revoked" boolean DEFAULT false,
  	"token_hash" varchar,
  	"created_by_id" uuid,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "imports" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"started_at" timestamp(3) with time zone NOT NULL,
  	"finished_at" timestamp(3) with time zone,
  	"counts_files" numeric DEFAULT 0,
  	"counts_created" numeric DEFAULT 0,
  	"counts_updated" numeric DEFAULT 0,
  	"counts_skipped" numeric DEFAULT 0,
  	"counts_conflict" numeric DEFAULT 0,
  	"counts_failed" numeric DEFAULT 0,
  	"counts_withdrawn" numeric DEFAULT 0,
  	"counts_not_withdrawn" numeric DEFAULT 0,
  	"status" varchar NOT NULL,
  	"via" varchar NOT NULL,
  	"user_id" uuid,
  	"options" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "import_items" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"file" varchar NOT NULL,
  	"message" varchar,
  	"account" jsonb,
  	"outcome" varchar NOT NULL,
  	"article_id" uuid,
  	"format" varchar,
  	"withdraws" varchar,
  	"sent_by" varchar,
  	"run_id" uuid NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "redirects" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"from" varchar NOT NULL,
  	"to_type" varchar DEFAULT 'reference',
  	"to_reference_id" uuid,
  	"to_url" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_jobs_log" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"executed_at" timestamp(3) with time zone NOT NULL,
  	"completed_at" timestamp(3) with time zone NOT NULL,
  	"task_slug" "enum_payload_jobs_log_task_slug" NOT NULL,
  	"task_i_d" varchar NOT NULL,
  	"input" jsonb,
  	"output" jsonb,
  	"state" "enum_payload_jobs_log_state" NOT NULL,
  	"error" jsonb
  );
  
  CREATE TABLE "payload_jobs" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"input" jsonb,
  	"completed_at" timestamp(3) with time zone,
  	"total_tried" numeric DEFAULT 0,
  	"has_error" boolean DEFAULT false,
  	"error" jsonb,
  	"task_slug" "enum_payload_jobs_task_slug",
  	"queue" varchar DEFAULT 'default',
  	"wait_until" timestamp(3) with time zone,
  	"processing" boolean DEFAULT false,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"articles_id" uuid,
  	"media_id" uuid,
  	"authors_id" uuid,
  	"sections_id" uuid,
  	"tags_id" uuid,
  	"users_id" uuid,
  	"api_clients_id" uuid,
  	"imports_id" uuid,
  	"import_items_id" uuid
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid,
  	"api_clients_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "articles_corrections" ADD CONSTRAINT "articles_corrections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_bylines" ADD CONSTRAINT "articles_bylines_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles_bylines" ADD CONSTRAINT "articles_bylines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_hero_image_id_media_id_fk" FOREIGN KEY ("hero_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_meta_image_id_media_id_fk" FOREIGN KEY ("meta_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_articles_fk" FOREIGN KEY ("articles_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "articles_rels" ADD CONSTRAINT "articles_rels_tags_fk" FOREIGN KEY ("tags_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_version_corrections" ADD CONSTRAINT "_articles_v_version_corrections_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_version_bylines" ADD CONSTRAINT "_articles_v_version_bylines_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v_version_bylines" ADD CONSTRAINT "_articles_v_version_bylines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_parent_id_articles_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_hero_image_id_media_id_fk" FOREIGN KEY ("version_hero_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_meta_image_id_media_id_fk" FOREIGN KEY ("version_meta_image_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_section_id_sections_id_fk" FOREIGN KEY ("version_section_id") REFERENCES "public"."sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v" ADD CONSTRAINT "_articles_v_version_created_by_id_users_id_fk" FOREIGN KEY ("version_created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_articles_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_articles_fk" FOREIGN KEY ("articles_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_articles_v_rels" ADD CONSTRAINT "_articles_v_rels_tags_fk" FOREIGN KEY ("tags_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "media" ADD CONSTRAINT "media_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "authors" ADD CONSTRAINT "authors_photo_id_media_id_fk" FOREIGN KEY ("photo_id") REFERENCES "public"."media"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "authors" ADD CONSTRAINT "authors_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "authors_texts" ADD CONSTRAINT "authors_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."authors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "sections" ADD CONSTRAINT "sections_parent_id_sections_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "sections_texts" ADD CONSTRAINT "sections_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "tags_texts" ADD CONSTRAINT "tags_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_roles" ADD CONSTRAINT "users_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users" ADD CONSTRAINT "users_author_id_authors_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."authors"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "api_clients_scopes" ADD CONSTRAINT "api_clients_scopes_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."api_clients"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "article_events" ADD CONSTRAINT "article_events_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "article_events" ADD CONSTRAINT "article_events_by_id_users_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "share_links" ADD CONSTRAINT "share_links_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "share_links" ADD CONSTRAINT "share_links_created_by_id_users_id_fk" FOREIGN KEY ("created_by_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "imports" ADD CONSTRAINT "imports_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "import_items" ADD CONSTRAINT "import_items_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "import_items" ADD CONSTRAINT "import_items_run_id_imports_id_fk" FOREIGN KEY ("run_id") REFERENCES "public"."imports"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "redirects" ADD CONSTRAINT "redirects_to_reference_id_articles_id_fk" FOREIGN KEY ("to_reference_id") REFERENCES "public"."articles"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_jobs_log" ADD CONSTRAINT "payload_jobs_log_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."payload_jobs"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_articles_fk" FOREIGN KEY ("articles_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_media_fk" FOREIGN KEY ("media_id") REFERENCES "public"."media"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_authors_fk" FOREIGN KEY ("authors_id") REFERENCES "public"."authors"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_sections_fk" FOREIGN KEY ("sections_id") REFERENCES "public"."sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_tags_fk" FOREIGN KEY ("tags_id") REFERENCES "public"."tags"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_api_clients_fk" FOREIGN KEY ("api_clients_id") REFERENCES "public"."api_clients"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_imports_fk" FOREIGN KEY ("imports_id") REFERENCES "public"."imports"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_import_items_fk" FOREIGN KEY ("import_items_id") REFERENCES "public"."import_items"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_api_clients_fk" FOREIGN KEY ("api_clients_id") REFERENCES "public"."api_clients"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "articles_corrections_order_idx" ON "articles_corrections" USING btree ("_order" NULLS FIRST);
  CREATE INDEX "articles_corrections_parent_id_idx" ON "articles_corrections" USING btree ("_parent_id" NULLS FIRST);
  CREATE INDEX "articles_bylines_order_idx" ON "articles_bylines" USING btree ("_order" NULLS FIRST);
  CREATE INDEX "articles_bylines_parent_id_idx" ON "articles_bylines" USING btree ("_parent_id" NULLS FIRST);
  CREATE INDEX "articles_bylines_author_idx" ON "articles_bylines" USING btree ("author_id" NULLS FIRST);
  CREATE INDEX "articles_hero_image_idx" ON "articles" USING btree ("hero_image_id" NULLS FIRST);
  CREATE INDEX "articles_meta_meta_image_idx" ON "articles" USING btree ("meta_image_id" NULLS FIRST);
  CREATE INDEX "articles_source_source_guid_idx" ON "articles" USING btree ("source_guid" NULLS FIRST);
  CREATE INDEX "articles_source_source_checksum_idx" ON "articles" USING btree ("source_checksum" NULLS FIRST);
  CREATE INDEX "articles_source_source_working_headline_idx" ON "articles" USING btree ("source_working_headline" NULLS FIRST);
  CREATE INDEX "articles_source_source_identity_idx" ON "articles" USING btree ("source_identity" NULLS FIRST);
  CREATE INDEX "articles_source_source_copy_hash_idx" ON "articles" USING btree ("source_copy_hash" NULLS FIRST);
  CREATE INDEX "articles_section_idx" ON "articles" USING btree ("section_id" NULLS FIRST);
  CREATE INDEX "articles_published_at_idx" ON "articles" USING btree ("published_at" NULLS FIRST);
  CREATE UNIQUE INDEX "articles_slug_idx" ON "articles" USING btree ("slug" NULLS FIRST);
  CREATE INDEX "articles_created_by_idx" ON "articles" USING btree ("created_by_id" NULLS FIRST);
  CREATE INDEX "articles_updated_at_idx" ON "articles" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "articles_created_at_idx" ON "articles" USING btree ("created_at" NULLS FIRST);
  CREATE INDEX "articles_deleted_at_idx" ON "articles" USING btree ("deleted_at" NULLS FIRST);
  CREATE INDEX "articles__status_idx" ON "articles" USING btree ("_status" NULLS FIRST);
  CREATE INDEX "_status_publishedAt_createdAt_pubStatus_deletedAt_embarg_idx" ON "articles" USING btree ("_status" NULLS FIRST,"published_at" NULLS FIRST,"created_at" NULLS FIRST,"pub_status" NULLS FIRST,"deleted_at" NULLS FIRST,"embargo_until" NULLS FIRST);
  CREATE INDEX "compound_index_idx" ON "articles" USING btree ("section_id" NULLS FIRST,"_status" NULLS FIRST,"published_at" NULLS FIRST,"created_at" NULLS FIRST,"pub_status" NULLS FIRST,"deleted_at" NULLS FIRST,"embargo_until" NULLS FIRST);
  CREATE INDEX "stage__status_updatedAt_idx" ON "articles" USING btree ("stage" NULLS FIRST,"_status" NULLS FIRST,"updated_at" NULLS FIRST);
  CREATE INDEX "articles_rels_order_idx" ON "articles_rels" USING btree ("order" NULLS FIRST);
  CREATE INDEX "articles_rels_parent_idx" ON "articles_rels" USING btree ("parent_id" NULLS FIRST);
  CREATE INDEX "articles_rels_path_idx" ON "articles_rels" USING btree ("path" NULLS FIRST);
  CREATE INDEX "articles_rels_articles_id_idx" ON "articles_rels" USING btree ("articles_id" NULLS FIRST);
  CREATE INDEX "articles_rels_tags_id_idx" ON "articles_rels" USING btree ("tags_id" NULLS FIRST);
  CREATE INDEX "_articles_v_version_corrections_order_idx" ON "_articles_v_version_corrections" USING btree ("_order" NULLS FIRST);
  CREATE INDEX "_articles_v_version_corrections_parent_id_idx" ON "_articles_v_version_corrections" USING btree ("_parent_id" NULLS FIRST);
  CREATE INDEX "_articles_v_version_bylines_order_idx" ON "_articles_v_version_bylines" USING btree ("_order" NULLS FIRST);
  CREATE INDEX "_articles_v_version_bylines_parent_id_idx" ON "_articles_v_version_bylines" USING btree ("_parent_id" NULLS FIRST);
  CREATE INDEX "_articles_v_version_bylines_author_idx" ON "_articles_v_version_bylines" USING btree ("author_id" NULLS FIRST);
  CREATE INDEX "_articles_v_parent_idx" ON "_articles_v" USING btree ("parent_id" NULLS FIRST);
  CREATE INDEX "_articles_v_version_version_hero_image_idx" ON "_articles_v" USING btree ("version_hero_image_id" NULLS FIRST);
  CREATE INDEX "_articles_v_version_meta_version_meta_image_idx" ON "_articles_v" USING btree ("version_meta_image_id" NULLS FIRST);
  CREATE INDEX "_articles_v_version_source_version_source_guid_idx" ON "_articles_v" USING btree ("version_source_guid" NULLS FIRST);
  CREATE INDEX "_articles_v_version_source_version_source_checksum_idx" ON "_articles_v" USING btree ("version_source_checksum" NULLS FIRST);
  CREATE INDEX "_articles_v_version_source_version_source_working_headli_idx" ON "_articles_v" USING btree ("version_source_working_headline" NULLS FIRST);
  CREATE INDEX "_articles_v_version_source_version_source_identity_idx" ON "_articles_v" USING btree ("version_source_identity" NULLS FIRST);
  CREATE INDEX "_articles_v_version_source_version_source_copy_hash_idx" ON "_articles_v" USING btree ("version_source_copy_hash" NULLS FIRST);
  CREATE INDEX "_articles_v_version_version_section_idx" ON "_articles_v" USING btree ("version_section_id" NULLS FIRST);
  CREATE INDEX "_articles_v_version_version_published_at_idx" ON "_articles_v" USING btree ("version_published_at" NULLS FIRST);
  CREATE INDEX "_articles_v_version_version_slug_idx" ON "_articles_v" USING btree ("version_slug" NULLS FIRST);
  CREATE INDEX "_articles_v_version_version_created_by_idx" ON "_articles_v" USING btree ("version_created_by_id" NULLS FIRST);
  CREATE INDEX "_articles_v_version_version_updated_at_idx" ON "_articles_v" USING btree ("version_updated_at" NULLS FIRST);
  CREATE INDEX "_articles_v_version_version_created_at_idx" ON "_articles_v" USING btree ("version_created_at" NULLS FIRST);
  CREATE INDEX "_articles_v_version_version_deleted_at_idx" ON "_articles_v" USING btree ("version_deleted_at" NULLS FIRST);
  CREATE INDEX "_articles_v_version_version__status_idx" ON "_articles_v" USING btree ("version__status" NULLS FIRST);
  CREATE INDEX "_articles_v_created_at_idx" ON "_articles_v" USING btree ("created_at" NULLS FIRST);
  CREATE INDEX "_articles_v_updated_at_idx" ON "_articles_v" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "_articles_v_latest_idx" ON "_articles_v" USING btree ("latest" NULLS FIRST);
  CREATE INDEX "_articles_v_autosave_idx" ON "_articles_v" USING btree ("autosave" NULLS FIRST);
  CREATE INDEX "compound_index_1_idx" ON "_articles_v" USING btree ("version__status" NULLS FIRST,"version_published_at" NULLS FIRST,"version_created_at" NULLS FIRST,"version_pub_status" NULLS FIRST,"version_deleted_at" NULLS FIRST,"version_embargo_until" NULLS FIRST);
  CREATE INDEX "compound_index_2_idx" ON "_articles_v" USING btree ("version_section_id" NULLS FIRST,"version__status" NULLS FIRST,"version_published_at" NULLS FIRST,"version_created_at" NULLS FIRST,"version_pub_status" NULLS FIRST,"version_deleted_at" NULLS FIRST,"version_embargo_until" NULLS FIRST);
  CREATE INDEX "version_stage_version__status_version_updatedAt_idx" ON "_articles_v" USING btree ("version_stage" NULLS FIRST,"version__status" NULLS FIRST,"version_updated_at" NULLS FIRST);
  CREATE INDEX "_articles_v_rels_order_idx" ON "_articles_v_rels" USING btree ("order" NULLS FIRST);
  CREATE INDEX "_articles_v_rels_parent_idx" ON "_articles_v_rels" USING btree ("parent_id" NULLS FIRST);
  CREATE INDEX "_articles_v_rels_path_idx" ON "_articles_v_rels" USING btree ("path" NULLS FIRST);
  CREATE INDEX "_articles_v_rels_articles_id_idx" ON "_articles_v_rels" USING btree ("articles_id" NULLS FIRST);
  CREATE INDEX "_articles_v_rels_tags_id_idx" ON "_articles_v_rels" USING btree ("tags_id" NULLS FIRST);
  CREATE INDEX "media_created_by_idx" ON "media" USING btree ("created_by_id" NULLS FIRST);
  CREATE INDEX "media_updated_at_idx" ON "media" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "media_created_at_idx" ON "media" USING btree ("created_at" NULLS FIRST);
  CREATE UNIQUE INDEX "media_filename_idx" ON "media" USING btree ("filename" NULLS FIRST);
  CREATE INDEX "media_sizes_thumbnail_sizes_thumbnail_filename_idx" ON "media" USING btree ("sizes_thumbnail_filename" NULLS FIRST);
  CREATE INDEX "media_sizes_card_sizes_card_filename_idx" ON "media" USING btree ("sizes_card_filename" NULLS FIRST);
  CREATE INDEX "media_sizes_wide_sizes_wide_filename_idx" ON "media" USING btree ("sizes_wide_filename" NULLS FIRST);
  CREATE UNIQUE INDEX "authors_slug_idx" ON "authors" USING btree ("slug" NULLS FIRST);
  CREATE INDEX "authors_photo_idx" ON "authors" USING btree ("photo_id" NULLS FIRST);
  CREATE INDEX "authors_user_idx" ON "authors" USING btree ("user_id" NULLS FIRST);
  CREATE INDEX "authors_updated_at_idx" ON "authors" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "authors_created_at_idx" ON "authors" USING btree ("created_at" NULLS FIRST);
  CREATE INDEX "authors_texts_order_parent" ON "authors_texts" USING btree ("order" NULLS FIRST,"parent_id" NULLS FIRST);
  CREATE UNIQUE INDEX "sections_slug_idx" ON "sections" USING btree ("slug" NULLS FIRST);
  CREATE INDEX "sections_parent_idx" ON "sections" USING btree ("parent_id" NULLS FIRST);
  CREATE INDEX "sections_order_idx" ON "sections" USING btree ("order" NULLS FIRST);
  CREATE INDEX "sections_updated_at_idx" ON "sections" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "sections_created_at_idx" ON "sections" USING btree ("created_at" NULLS FIRST);
  CREATE INDEX "sections_texts_order_parent" ON "sections_texts" USING btree ("order" NULLS FIRST,"parent_id" NULLS FIRST);
  CREATE UNIQUE INDEX "tags_slug_idx" ON "tags" USING btree ("slug" NULLS FIRST);
  CREATE INDEX "tags_kind_idx" ON "tags" USING btree ("kind" NULLS FIRST);
  CREATE INDEX "tags_updated_at_idx" ON "tags" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "tags_created_at_idx" ON "tags" USING btree ("created_at" NULLS FIRST);
  CREATE INDEX "tags_texts_order_parent" ON "tags_texts" USING btree ("order" NULLS FIRST,"parent_id" NULLS FIRST);
  CREATE INDEX "users_roles_order_idx" ON "users_roles" USING btree ("order" NULLS FIRST);
  CREATE INDEX "users_roles_parent_idx" ON "users_roles" USING btree ("parent_id" NULLS FIRST);
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order" NULLS FIRST);
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id" NULLS FIRST);
  CREATE INDEX "users_author_idx" ON "users" USING btree ("author_id" NULLS FIRST);
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at" NULLS FIRST);
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email" NULLS FIRST);
  CREATE INDEX "api_clients_scopes_order_idx" ON "api_clients_scopes" USING btree ("order" NULLS FIRST);
  CREATE INDEX "api_clients_scopes_parent_idx" ON "api_clients_scopes" USING btree ("parent_id" NULLS FIRST);
  CREATE UNIQUE INDEX "api_clients_key_hash_idx" ON "api_clients" USING btree ("key_hash" NULLS FIRST);
  CREATE INDEX "api_clients_updated_at_idx" ON "api_clients" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "api_clients_created_at_idx" ON "api_clients" USING btree ("created_at" NULLS FIRST);
  CREATE INDEX "article_events_article_idx" ON "article_events" USING btree ("article_id" NULLS FIRST);
  CREATE INDEX "article_events_by_idx" ON "article_events" USING btree ("by_id" NULLS FIRST);
  CREATE INDEX "article_events_updated_at_idx" ON "article_events" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "article_events_created_at_idx" ON "article_events" USING btree ("created_at" NULLS FIRST);
  CREATE INDEX "share_links_article_idx" ON "share_links" USING btree ("article_id" NULLS FIRST);
  CREATE UNIQUE INDEX "share_links_token_hash_idx" ON "share_links" USING btree ("token_hash" NULLS FIRST);
  CREATE INDEX "share_links_created_by_idx" ON "share_links" USING btree ("created_by_id" NULLS FIRST);
  CREATE INDEX "share_links_updated_at_idx" ON "share_links" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "share_links_created_at_idx" ON "share_links" USING btree ("created_at" NULLS FIRST);
  CREATE INDEX "imports_started_at_idx" ON "imports" USING btree ("started_at" NULLS FIRST);
  CREATE INDEX "imports_user_idx" ON "imports" USING btree ("user_id" NULLS FIRST);
  CREATE INDEX "imports_updated_at_idx" ON "imports" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "imports_created_at_idx" ON "imports" USING btree ("created_at" NULLS FIRST);
  CREATE INDEX "import_items_outcome_idx" ON "import_items" USING btree ("outcome" NULLS FIRST);
  CREATE INDEX "import_items_article_idx" ON "import_items" USING btree ("article_id" NULLS FIRST);
  CREATE INDEX "import_items_withdraws_idx" ON "import_items" USING btree ("withdraws" NULLS FIRST);
  CREATE INDEX "import_items_run_idx" ON "import_items" USING btree ("run_id" NULLS FIRST);
  CREATE INDEX "import_items_updated_at_idx" ON "import_items" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "import_items_created_at_idx" ON "import_items" USING btree ("created_at" NULLS FIRST);
  CREATE UNIQUE INDEX "redirects_from_idx" ON "redirects" USING btree ("from" NULLS FIRST);
  CREATE INDEX "redirects_to_to_reference_idx" ON "redirects" USING btree ("to_reference_id" NULLS FIRST);
  CREATE INDEX "redirects_updated_at_idx" ON "redirects" USING btree ("updated_at" NULLS FIRST);
  CREATE INDEX "redirects_created_at_idx" ON "redirects" USING btree ("created_at" NULLS FIRST);
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_jobs_log_order_idx" ON "payload_jobs_log" USING btree ("_order");
  CREATE INDEX "payload_jobs_log_parent_id_idx" ON "payload_jobs_log" USING btree ("_parent_id");
  CREATE INDEX "payload_jobs_completed_at_idx" ON "payload_jobs" USING btree ("completed_at");
  CREATE INDEX "payload_jobs_total_tried_idx" ON "payload_jobs" USING btree ("total_tried");
  CREATE INDEX "payload_jobs_has_error_idx" ON "payload_jobs" USING btree ("has_error");
  CREATE INDEX "payload_jobs_task_slug_idx" ON "payload_jobs" USING btree ("task_slug");
  CREATE INDEX "payload_jobs_queue_idx" ON "payload_jobs" USING btree ("queue");
  CREATE INDEX "payload_jobs_wait_until_idx" ON "payload_jobs" USING btree ("wait_until");
  CREATE INDEX "payload_jobs_processing_idx" ON "payload_jobs" USING btree ("processing");
  CREATE INDEX "payload_jobs_updated_at_idx" ON "payload_jobs" USING btree ("updated_at");
  CREATE INDEX "payload_jobs_created_at_idx" ON "payload_jobs" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_articles_id_idx" ON "payload_locked_documents_rels" USING btree ("articles_id");
  CREATE INDEX "payload_locked_documents_rels_media_id_idx" ON "payload_locked_documents_rels" USING btree ("media_id");
  CREATE INDEX "payload_locked_documents_rels_authors_id_idx" ON "payload_locked_documents_rels" USING btree ("authors_id");
  CREATE INDEX "payload_locked_documents_rels_sections_id_idx" ON "payload_locked_documents_rels" USING btree ("sections_id");
  CREATE INDEX "payload_locked_documents_rels_tags_id_idx" ON "payload_locked_documents_rels" USING btree ("tags_id");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_api_clients_id_idx" ON "payload_locked_documents_rels" USING btree ("api_clients_id");
  CREATE INDEX "payload_locked_documents_rels_imports_id_idx" ON "payload_locked_documents_rels" USING btree ("imports_id");
  CREATE INDEX "payload_locked_documents_rels_import_items_id_idx" ON "payload_locked_documents_rels" USING btree ("import_items_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_preferences_rels_api_clients_id_idx" ON "payload_preferences_rels" USING btree ("api_clients_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  const { sql } = await drizzle()
  await db.execute(sql`
   DROP TABLE "articles_corrections" CASCADE;
  DROP TABLE "articles_bylines" CASCADE;
  DROP TABLE "articles" CASCADE;
  DROP TABLE "articles_rels" CASCADE;
  DROP TABLE "_articles_v_version_corrections" CASCADE;
  DROP TABLE "_articles_v_version_bylines" CASCADE;
  DROP TABLE "_articles_v" CASCADE;
  DROP TABLE "_articles_v_rels" CASCADE;
  DROP TABLE "media" CASCADE;
  DROP TABLE "authors" CASCADE;
  DROP TABLE "authors_texts" CASCADE;
  DROP TABLE "sections" CASCADE;
  DROP TABLE "sections_texts" CASCADE;
  DROP TABLE "tags" CASCADE;
  DROP TABLE "tags_texts" CASCADE;
  DROP TABLE "users_roles" CASCADE;
  DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "api_clients_scopes" CASCADE;
  DROP TABLE "api_clients" CASCADE;
  DROP TABLE "article_events" CASCADE;
  DROP TABLE "share_links" CASCADE;
  DROP TABLE "imports" CASCADE;
  DROP TABLE "import_items" CASCADE;
  DROP TABLE "redirects" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_jobs_log" CASCADE;
  DROP TABLE "payload_jobs" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  DROP TYPE "public"."enum_payload_jobs_log_state";
  DROP TYPE "public"."enum_payload_jobs_task_slug";`)
}
